package dev.dormouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A log in every shape, and a query, with every fault: nobody becomes dormant by it, and the message names the source. */
class LogFaultsTest {

    private static final String LOG = "logins.log";

    @TempDir
    Path folder;

    private Exports exports;

    /** How a log is written. */
    enum Shape {
        LINES("okta", "", "\n", "\n"),
        ARRAY("okta", "[", ",\n", "]\n"),
        PAGE("google-reports", "{\"kind\":\"reports\",\"items\":[", ",\n", "]}\n"),
        TABLE("csv", "user,email,time,event,success\n", "\n", "\n");

        private final String mapping;
        private final String begin;
        private final String between;
        private final String end;

        Shape(String mapping, String begin, String between, String end) {
            this.mapping = mapping;
            this.begin = begin;
            this.between = between;
            this.end = end;
        }

        private String record(Login login) {
            return switch (this) {
                case LINES, ARRAY -> okta(login);
                case PAGE -> google(login);
                case TABLE -> csv(login);
            };
        }
    }

    private record Login(String account, Duration age, int number) {

        String at() {
            return Exports.NOW.minus(age).toString();
        }
    }

    private static String okta(Login login) {
        return "{\"uuid\":\"" + login.number() + "\",\"published\":\"" + login.at()
                + "\",\"eventType\":\"user.session.start\",\"outcome\":{\"result\":\"SUCCESS\"},\"actor\":{\"id\":\""
                + login.account() + "\",\"type\":\"User\",\"alternateId\":\"" + login.account() + "@acme.example\"}}";
    }

    private static String google(Login login) {
        return "{\"id\":{\"time\":\"" + login.at() + "\",\"uniqueQualifier\":\"" + login.number()
                + "\",\"applicationName\":\"login\"},\"actor\":{\"email\":\"" + login.account()
                + "\",\"profileId\":\"" + login.account()
                + "\"},\"events\":[{\"type\":\"login\",\"name\":\"login_success\"}]}";
    }

    private static String csv(Login login) {
        return login.account() + "," + login.account() + "@acme.example," + login.at() + ",login,true";
    }

    /** What can happen to a log. */
    enum Fault {
        MISSING,
        EMPTY,
        WHITE_SPACE,
        CUT_IN_THE_MIDDLE,
        CUT_BEFORE_THE_END,
        STALE,
        FOLDER_IN_ITS_PLACE,
        WEB_PAGE,
        ARCHIVE
    }

    @BeforeEach
    void begin() {
        exports = new Exports(folder);
        exports.write("members.json", "[\"quiet-1\",\"quiet-2\",\"busy-1\",\"busy-2\",\"busy-3\"]");
    }

    private void configure(String source) {
        exports.configure("""
                applications:
                  acme: {accounts: {format: github-members, files: members.json}}
                sources:
                  logins: %s
                workflows:
                  - workflow: unused
                    applications: [acme]
                    select: {inactiveFor: 90d}
                    guard: {sourceMaxAge: 2d}
                """.formatted(source));
    }

    private void write(Shape shape) {
        configure("{format: log, mapping: " + shape.mapping + ", files: " + LOG + "}");
        List<Login> logins = Stream.concat(
                        Stream.of(
                                new Login("quiet-1", Duration.ofDays(200), 1),
                                new Login("quiet-2", Duration.ofDays(150), 2)),
                        IntStream.range(0, 30)
                                .mapToObj(i -> new Login("busy-" + (1 + i % 3), Duration.ofHours(60 - 2 * i), 10 + i)))
                .toList();
        exports.write(
                LOG,
                logins.stream().map(shape::record).collect(Collectors.joining(shape.between, shape.begin, shape.end)));
    }

    private Ran scan() {
        return Console.run("scan", folder.toString(), "--now", Exports.NOW.toString(), "--output", "json");
    }

    @ParameterizedTest
    @EnumSource
    void without_a_fault_exactly_the_quiet_are_dormant(Shape shape) {
        write(shape);
        Ran healthy = scan();
        assertThat(healthy.exit()).as(healthy.err()).isZero();
        assertThat(healthy.accounts("dormant")).containsExactlyInAnyOrder("quiet-1", "quiet-2");
    }

    static Stream<Arguments> faults() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(shape, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void nobody_becomes_dormant_by_the_fault_and_the_message_names_source_and_file(Shape shape, Fault fault)
            throws IOException {
        write(shape);
        damage(fault);
        Ran faulty = scan();
        assertThat(faulty.accounts("dormant")).isEmpty();
        assertThat(faulty.exit()).as(faulty.err()).isEqualTo(4);
        assertThat(faulty.err().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("unhealthy: logins of acme: ")
                        .contains(LOG)
                        .endsWith("; nobody becomes dormant by it"));
    }

    private void damage(Fault fault) throws IOException {
        byte[] whole = exports.read(LOG);
        switch (fault) {
            case MISSING -> Files.delete(folder.resolve(LOG));
            case EMPTY -> exports.write(LOG, "");
            case WHITE_SPACE -> exports.write(LOG, "\n \n");
            case CUT_IN_THE_MIDDLE -> exports.write(LOG, Arrays.copyOf(whole, whole.length / 2 + 7));
            case CUT_BEFORE_THE_END -> exports.write(LOG, Arrays.copyOf(whole, whole.length - 4));
            case STALE -> exports.age(LOG, Duration.ofDays(3)).write(LOG, stale(whole));
            case FOLDER_IN_ITS_PLACE -> {
                Files.delete(folder.resolve(LOG));
                Files.createDirectory(folder.resolve(LOG));
            }
            case WEB_PAGE -> exports.write(LOG, "<!DOCTYPE html>\n<html><title>Sign in</title></html>\n");
            case ARCHIVE -> exports.write(LOG, new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8, 8, 0, 1, 2, 3, 4});
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_account_whose_records_cannot_be_read_is_unknown_and_they_are_shown_with_their_place(Shape shape) {
        write(shape);
        String damaged = new String(exports.read(LOG), UTF_8)
                .lines()
                .map(line -> line.contains("busy-3") ? line.replace("2026-0", "soon-0") : line)
                .collect(Collectors.joining("\n", "", "\n"));
        exports.write(LOG, damaged);
        Ran faulty = scan();
        assertThat(faulty.accounts("dormant")).containsExactlyInAnyOrder("quiet-1", "quiet-2");
        assertThat(faulty.accounts("unknown")).containsExactly("busy-3");
        assertThat(faulty.err())
                .contains("warning: " + LOG + ":")
                .contains("warning: logins: 10 records could not be read");
    }

    @Test
    void a_log_that_names_nobody_who_is_listed_is_no_evidence_against_anybody() {
        write(Shape.LINES);
        exports.write(
                "members.json",
                IntStream.range(0, 10)
                        .mapToObj(i -> "\"member-" + i + "\"")
                        .collect(Collectors.joining(",", "[", "]")));
        Ran others = scan();
        assertThat(others.exit()).as(others.err()).isEqualTo(4);
        assertThat(others.accounts("dormant")).isEmpty();
        assertThat(others.accounts("unknown")).hasSize(10);
        assertThat(others.err())
                .contains(
                        "unhealthy: logins of acme: ", "tells of no activity of any of the 10 accounts, in 32 records");

        exports.configure(
                exports.text("dormouse.yaml").replace("guard: {sourceMaxAge: 2d}", "guard: {maxSilence: none}"));
        assertThat(scan().accounts("dormant")).hasSize(10);
    }

    /** The same log, a week before. */
    private static String stale(byte[] whole) {
        return new String(whole, UTF_8)
                .replace("2026-02-27T", "2026-02-20T")
                .replace("2026-02-28T", "2026-02-21T")
                .replace("2026-03-01T", "2026-02-22T")
                .replace("2026-03-02T", "2026-02-23T");
    }

    @Test
    void a_query_that_fails_or_finds_nothing_makes_nobody_dormant() {
        for (String query : List.of(
                "select login as account, seen as instant, 'USE' as kind from no_such_table",
                "select 'busy-1' as account, timestamp '2026-03-01 00:00:00' as instant, 'USE' as kind where false",
                "select null as account, timestamp '2026-03-01 00:00:00' as instant, 'USE' as kind")) {
            configure("{sql: \"" + query + "\"}");
            Ran faulty = scan();
            assertThat(faulty.exit()).as(query + faulty.err()).isEqualTo(4);
            assertThat(faulty.accounts("dormant")).isEmpty();
            assertThat(faulty.err().toLowerCase(Locale.ROOT)).contains("unhealthy: logins of acme: ");
        }
    }
}
