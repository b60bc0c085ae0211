package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D5: an organisation of a thousand, held against what the script said that is to be replaced. */
class OrganisationOfAThousandTest {

    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    private static final Instant MONTHS =
            NOW.atZone(ZoneOffset.UTC).minusMonths(3).toInstant();
    private static final Instant DAYS = NOW.minus(Duration.ofDays(90));
    private static final Duration NEAR = Duration.ofHours(24);

    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void D5_the_same_accounts_are_dormant_apart_from_those_within_a_day_of_a_cut_off() throws IOException {
        Path shared = Shared.path("cases/moj/d1000");
        Site site = exports(shared);
        Site.Found found = site.scan();
        assertThat(found.faults()).isEmpty();
        SortedSet<String> dormant = new TreeSet<>();
        found.dormant().forEach(login -> dormant.add(login.toLowerCase(Locale.ROOT)));

        SortedSet<String> expected = new TreeSet<>();
        json.readTree(shared.resolve("moj_result.json").toFile()).forEach(login -> expected.add(login.asText()));
        SortedSet<String> different = new TreeSet<>(expected);
        different.addAll(dormant);
        different.removeIf(login -> expected.contains(login) && dormant.contains(login));

        Map<String, Instant> deciding = decidingInstants(shared);
        different.forEach(login -> System.out.println("D5: " + login + " differs, its deciding instant "
                + deciding.get(login) + " lies within 24 hours of a cut-off (" + MONTHS + ", " + DAYS + ")"));
        assertThat(different)
                .allSatisfy(login -> assertThat(isNearCutOff(deciding.get(login)))
                        .as("%s differs, and was last active at %s", login, deciding.get(login))
                        .isTrue());
        assertThat(dormant).hasSizeGreaterThan(expected.size() - 5);
    }

    private Site exports(Path shared) throws IOException {
        Site site = new Site(folder, NOW);
        for (String name : new String[] {"dormant.csv", "export-ministryofjustice.json", "members.json"}) {
            site.write(name, Files.readString(shared.resolve(name)));
        }
        site.write("auth0-users.json", Files.readString(shared.resolve("auth0_users.json")));
        StringBuilder log = new StringBuilder();
        json.readTree(shared.resolve("audit_last.json").toFile())
                .properties()
                .forEach(one -> log.append("{\"@timestamp\":")
                        .append(one.getValue().asLong())
                        .append(",\"action\":\"repo.create\",\"actor\":\"")
                        .append(one.getKey())
                        .append("\"}\n"));
        site.write("audit-log.jsonl", log.toString());
        Path example = Path.of(System.getProperty("dormouse.root", "..")).resolve("examples/github-exports");
        return site.write("dormouse.yaml", Files.readString(example.resolve("dormouse.yaml")));
    }

    /** The newest instant that any source knows, by login in lower case. */
    private Map<String, Instant> decidingInstants(Path shared) throws IOException {
        Map<String, Instant> newest = new HashMap<>();
        for (JsonNode user : json.readTree(shared.resolve("auth0_users.json").toFile())) {
            note(newest, user.path("nickname"), user.path("last_login").asText());
        }
        for (JsonNode user :
                json.readTree(shared.resolve("export-ministryofjustice.json").toFile())) {
            note(newest, user.path("login"), user.path("last_active").asText());
        }
        json.readTree(shared.resolve("audit_last.json").toFile())
                .properties()
                .forEach(one -> newest.merge(
                        one.getKey().toLowerCase(Locale.ROOT),
                        Instant.ofEpochMilli(one.getValue().asLong()),
                        OrganisationOfAThousandTest::later));
        return newest;
    }

    private static void note(Map<String, Instant> newest, JsonNode login, String written) {
        if (written.startsWith("20")) {
            newest.merge(
                    login.asText().toLowerCase(Locale.ROOT),
                    OffsetDateTime.parse(written).toInstant(),
                    OrganisationOfAThousandTest::later);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean isNearCutOff(@org.jspecify.annotations.Nullable Instant instant) {
        return instant != null
                && (Duration.between(instant, MONTHS).abs().compareTo(NEAR) <= 0
                        || Duration.between(instant, DAYS).abs().compareTo(NEAR) <= 0);
    }
}
