package dev.dormouse.connectors.files.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dormouse.testkit.MapSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the bytes alone is what the parser would have read, and nothing is that the parser would refuse. */
class PlainRecordTest {

    private static final int RECORDS = 4_000;

    private static final List<String> NAMES = List.of(
            "actor",
            "action",
            "@timestamp",
            "created_at",
            "_document_id",
            "programmatic_access_type",
            "actor_is_bot",
            "org",
            "event",
            "data",
            "message",
            "records",
            "items",
            "_source",
            "id",
            "uuid",
            "published",
            "eventType",
            "outcome",
            "result",
            "alternateId",
            "time",
            "email",
            "ipAddress",
            "events",
            "parameters",
            "name",
            "x",
            "country_code",
            "Actor",
            "actor.alternateId",
            "target",
            "kind",
            "");

    private static final List<String> SCALARS = List.of(
            "1703246400006",
            "1703246400",
            "0",
            "-0",
            "-12.5e3",
            "1E+2",
            "0.0",
            "true",
            "false",
            "null",
            "\"\"",
            "\" \"",
            "\"joe\"",
            "\" joe \"",
            "\"User-00001\"",
            "\"git.clone\"",
            "\"2024-06-01T10:00:00Z\"",
            "\"a\\\"b\"",
            "\"\\u00e9\\/\\n\"",
            "\"Zo\u00eb\"",
            "\"\u65e5\u672c\"",
            "\"\uD83D\uDE00\"",
            "\"{\\\"actor\\\":\\\"nested\\\"}\"",
            "\"{not json}\"",
            "\"\\u007b}\"");

    /** What breaks JSON, or bends it. */
    private static final List<String> ODD = List.of(
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\t", " ", "0", "01", "-", ".", "e", "t", "nul", "\u0001",
            "\u00e9", "#", "'", "NaN", "//", "\u007f", "\\u12", "\\x");

    private record Told(List<String> values, long fingerprint) {}

    @ParameterizedTest
    @CsvSource({"github-audit, 1", "github-audit, 2", "okta, 3", "google-reports, 4", "auth0, 5", "gitlab, 6"})
    void whatever_is_taken_as_plain_the_parser_reads_the_same(String name, long seed) throws IOException {
        Mapping mapping = Objects.requireNonNull(BuiltInMappings.find(MapSettings.of(Map.of()), name));
        Random random = new Random(seed);
        Both both = new Both(mapping);
        for (int record = 0; record < RECORDS; record++) {
            String whole = object(random, 0);
            both.compare(whole);
            both.compare(damaged(whole, random));
        }
        assertThat(both.plain).as("records taken as plain").isGreaterThan(RECORDS / 8);
        assertThat(both.left).as("records left to the parser").isGreaterThan(RECORDS / 8);
        assertThat(both.broken).as("records that are broken").isGreaterThan(RECORDS / 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"actor\":\"\\x\"}", "{\"x\":01}", "{\"x\":[1,]}", "{\"x\":\"a\tb\"}", "{'x':1}", "{\"x\" 1}"})
    void what_is_no_json_is_never_plain(String text) throws IOException {
        Mapping mapping = Objects.requireNonNull(BuiltInMappings.find(MapSettings.of(Map.of()), "github-audit"));
        Both both = new Both(mapping);
        both.compare(text);
        assertThat(both.broken).isEqualTo(1);
    }

    /** Reads each text in both ways with extractions that live on, as in a log. */
    private static final class Both {

        private final Mapping mapping;
        private final List<Told> told = new ArrayList<>();
        private final Extraction extraction;
        private int plain;
        private int left;
        private int broken;

        Both(Mapping mapping) {
            this.mapping = mapping;
            this.extraction = new Extraction(mapping, false, (values, line, column) -> told.add(snapshot(values)));
        }

        void compare(String text) throws IOException {
            byte[] record = text.getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(record, record.length + 1);
            bytes[record.length] = '\n';
            int end = text.startsWith("{") ? extraction.plain(new JsonBytes(bytes, record.length), 0) : -1;
            List<Told> byBytes = List.copyOf(told);
            told.clear();
            Integer parsed = parsed(record);
            broken += parsed == null ? 1 : 0;
            if (end < 0) {
                assertThat(byBytes).as(text).isEmpty();
                left++;
            } else {
                assertThat(parsed).as(text).isEqualTo(end);
                assertThat(byBytes).as(text).isEqualTo(told);
                plain++;
            }
            told.clear();
        }

        /** Where the first object ends; null where there is none that is whole. */
        private @Nullable Integer parsed(byte[] record) throws IOException {
            try (JsonParser json = Extraction.JSON.createParser(record)) {
                json.nextToken();
                if (!json.isExpectedStartObjectToken()) {
                    return null;
                }
                extraction.root(json);
                return (int) json.currentLocation().getByteOffset();
            } catch (JsonProcessingException _) {
                return null;
            }
        }

        private Told snapshot(Values values) {
            List<String> all = new ArrayList<>();
            for (int slot = 0; slot < mapping.paths().count(); slot++) {
                // First, as it takes the value from its bytes only as long as nobody has asked for the text.
                long digest = values.isThere(slot) ? values.digest(slot) : 0;
                all.add(digest + " " + values.all(slot) + " " + values.depth(slot) + " " + values.isOdd(slot) + " "
                        + values.isSingle(slot));
            }
            return new Told(all, values.deepest());
        }
    }

    private static String object(Random random, int depth) {
        StringBuilder text = new StringBuilder("{");
        int fields = random.nextInt(depth == 0 ? 10 : 4);
        for (int field = 0; field < fields; field++) {
            text.append(field == 0 ? "" : ",").append(space(random));
            text.append('"')
                    .append(one(NAMES, random))
                    .append('"')
                    .append(space(random))
                    .append(':');
            text.append(space(random)).append(value(random, depth + 1)).append(space(random));
        }
        return text.append('}').toString();
    }

    private static String value(Random random, int depth) {
        int what = depth > 4 ? 9 : random.nextInt(12);
        if (what == 0) {
            return object(random, depth);
        }
        if (what == 1) {
            return "[" + (random.nextBoolean() ? "" : value(random, depth + 1) + "," + value(random, depth + 1)) + "]";
        }
        // Most texts are simple, or hardly a record would be plain.
        return random.nextInt(4) == 0 ? one(SCALARS, random) : one(SCALARS.subList(0, 16), random);
    }

    private static String damaged(String whole, Random random) {
        int at = random.nextInt(whole.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> whole.substring(0, at);
            case 1 -> whole.substring(0, at) + one(ODD, random) + whole.substring(at);
            default -> whole.substring(0, at) + one(ODD, random) + whole.substring(Math.min(whole.length(), at + 1));
        };
    }

    private static String space(Random random) {
        return random.nextInt(8) == 0 ? one(List.of(" ", "\n", "\t", "\r\n  "), random) : "";
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
