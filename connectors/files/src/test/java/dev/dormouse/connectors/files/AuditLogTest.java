package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    private static Told read(String content) {
        return Feeds.read("github-audit-log", "audit-log.jsonl", content);
    }

    /** What was told, with the number of an event left to the tests that are about it. */
    private static List<Sighting> sightings(Told told) {
        return told.sightings.stream()
                .map(sighting -> sighting
                                instanceof
                                Sighting.Event(String account, Instant at, ActivityKind kind, long _, String _)
                        ? new Sighting.At(account, at, kind)
                        : sighting)
                .toList();
    }

    private static Sighting used(String account, String instant) {
        return Feeds.at(account, instant, ActivityKind.USE);
    }

    @Test
    void L1_and_L2_a_log_without_events_proves_nothing_about_the_past() {
        Told told = read("[]");
        assertThat(told.sightings).isEmpty();
        assertThat(told.feed().records()).isZero();
        assertThat(told.feed().completeFrom()).isEqualTo(told.feed().asOf()).isEqualTo(Feeds.NOW);
    }

    @Test
    void L3_and_L4_milliseconds_are_read_to_the_last_one() {
        Told told =
                read("[{\"actor\":\"a\",\"@timestamp\":1080866000003},{\"actor\":\"b\",\"@timestamp\":1718798400000}]");
        assertThat(sightings(told))
                .containsExactly(used("a", "2004-04-02T00:33:20.003Z"), used("b", "2024-06-19T12:00:00Z"));
        assertThat(told.feed().completeFrom()).isEqualTo(Instant.ofEpochMilli(1080866000003L));
        assertThat(told.feed().absence()).isEqualTo(Absence.NOTHING_SEEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"Not Found\",\"documentation_url\":\"https://docs.github.com\"}",
                "[{\"message\":\"Must have admin rights\"}]",
                "[{\"login\":\"a\",\"last_active\":\"No activity\"}]"
            })
    void L5_and_L10_the_text_of_an_error_is_no_log(String content) {
        assertThat(read(content).failure())
                .hasMessage("audit-log.jsonl:1:1: no record has a readable @timestamp or created_at; is this an export"
                        + " of GitHub's audit log?");
    }

    @Test
    void L8_L9_L11_every_event_of_an_actor_is_handed_over_so_that_the_newest_decides() {
        Told told = read(
                "{\"actor\":\"a\",\"created_at\":1715342400000}\n{\"actor\":\"a\",\"created_at\":1717070400000}\n");
        assertThat(sightings(told))
                .containsExactly(used("a", "2024-05-10T12:00:00Z"), used("a", "2024-05-30T12:00:00Z"));
    }

    @Test
    void lines_arrays_and_packed_files_tell_the_same_whatever_their_name() {
        String a = "{\"actor\":\"a\",\"@timestamp\":1718798400000}";
        String b = "{\"actor_login\":\"B\",\"created_at\":\"2024-06-01T00:00:00.5Z\"}";
        Told lines = read(a + "\n" + b + "\n");
        assertThat(sightings(lines))
                .containsExactly(used("a", "2024-06-19T12:00:00Z"), used("B", "2024-06-01T00:00:00.500Z"));
        assertThat(read("\uFEFF" + a + "\r\n\r\n" + b).sightings).isEqualTo(lines.sightings);
        assertThat(read("[" + a + "," + b + "]").sightings).isEqualTo(lines.sightings);
        assertThat(read("[" + a + "][" + b + "]").sightings).isEqualTo(lines.sightings);
        MemoryFiles packed = new MemoryFiles().with("log.json", MemoryFiles.gzip(a + "\n" + b + "\n"));
        assertThat(Feeds.read(packed, "github-audit-log").sightings).isEqualTo(lines.sightings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1718798400000",
                "1718798400000.7",
                "1.7187984e12",
                "\"1718798400000\"",
                "\"1718798400000.0\"",
                "\"2024-06-19T12:00:00Z\"",
                "\"2024-06-19 12:00:00.000\""
            })
    void times_are_numbers_fractions_texts_or_instants(String time) {
        assertThat(sightings(read("{\"actor\":\"a\",\"@timestamp\":" + time + "}")))
                .containsExactly(used("a", "2024-06-19T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1718798400",
                "0",
                "-5",
                "1e300",
                "99999999999999999999999999",
                "\"soon\"",
                "\"\"",
                "true",
                "[1]",
                "\".\"",
                "\"1.2.3\""
            })
    void a_time_that_cannot_be_meant_makes_the_actor_unreadable_and_not_inactive(String time) {
        Told told =
                read("{\"actor\":\"b\",\"@timestamp\":1718798400000}\n{\"actor\":\"a\",\"@timestamp\":" + time + "}");
        assertThat(told.sightings.getLast()).isInstanceOfSatisfying(Sighting.Unreadable.class, unreadable -> {
            assertThat(unreadable.account()).isEqualTo("a");
            assertThat(unreadable.problem().toString())
                    .startsWith("audit-log.jsonl:2:27: @timestamp must be milliseconds since 1970");
        });
        assertThat(told.feed().completeFrom()).isEqualTo(Feeds.NOW);
    }

    @Test
    void the_other_time_serves_where_one_cannot_be_read() {
        assertThat(sightings(read("{\"actor\":\"a\",\"@timestamp\":null,\"created_at\":1718798400000}")))
                .containsExactly(used("a", "2024-06-19T12:00:00Z"));
    }

    @Test
    void events_without_actor_are_no_problem_and_count_for_the_beginning_of_the_log() {
        Told told = read("""
                {"action":"org.config","created_at":1715342400000}
                {"action":"org.config","actor":null,"created_at":1718798400000}
                {"action":"org.config","actor":"","created_at":1718798400000}
                """);
        assertThat(told.sightings).isEmpty();
        assertThat(told.problems).isEmpty();
        assertThat(told.feed().completeFrom()).isEqualTo("2024-05-10T12:00:00Z");
        assertThat(told.feed().records()).isEqualTo(3);
    }

    @Test
    void an_actor_that_is_no_name_and_an_event_that_is_none_are_problems() {
        Told told = read("{\"actor\":{\"login\":\"a\"},\"created_at\":1718798400000}\n{}\n[1]");
        assertThat(told.problems)
                .containsExactly(
                        new Problem("audit-log.jsonl:1:1", "the actor is not a name"),
                        new Problem("audit-log.jsonl:2:1", "the event has no time"),
                        new Problem("audit-log.jsonl:3:2", "expected an event and found 1"));
    }

    @Test
    void an_event_keeps_its_number_whatever_else_is_in_the_export() {
        String a = "{\"actor\":\"a\",\"@timestamp\":1718798400000,\"_document_id\":\"x1\"}";
        String richer = "{\"_document_id\":\"x1\",\"org\":\"acme\",\"actor\":\"a\",\"@timestamp\":1718798400000}";
        String other = "{\"actor\":\"a\",\"@timestamp\":1718798400000,\"_document_id\":\"x2\"}";
        List<Sighting> told = read(a + "\n" + richer + "\n" + other).sightings;
        assertThat(told.get(0)).isInstanceOf(Sighting.Event.class).isEqualTo(told.get(1));
        assertThat(told.get(2)).isNotEqualTo(told.get(0));
    }

    @Test
    void events_without_an_id_are_told_apart_by_what_they_say_in_whatever_order() {
        String a = "{\"actor\":\"a\",\"created_at\":1718798400000,\"data\":{\"n\":[1,2],\"m\":null}}";
        String same = "{\"data\":{\"n\":[1,2]},\"created_at\":1718798400000,\"actor\":\"a\"}";
        String nested = "{\"actor\":\"a\",\"created_at\":1718798400000,\"data\":{\"n\":[2,1],\"m\":null}}";
        List<Sighting> told = read(a + "\n" + same + "\n" + nested).sightings;
        assertThat(told.get(0)).isInstanceOf(Sighting.Event.class).isEqualTo(told.get(1));
        assertThat(told.get(2)).isNotEqualTo(told.get(0));
    }

    @Test
    void a_failed_sign_in_is_no_activity() {
        for (String action : List.of("user.failed_login", "user.two_factor_challenge_failure")) {
            assertThat(read("{\"actor\":\"a\",\"action\":\"" + action + "\",\"created_at\":1718798400000}").sightings)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"actor\":\"a\",\"@timestamp\":1718798400000,\"actor\":\"b\"",
                "\"actor\":\"a\",\"@timestamp\":1718798400000,\"@timestamp\":1704067200000",
                "\"action\":\"x\",\"created_at\":1718798400000,\"action\":\"user.failed_login\"",
            })
    void an_event_that_tells_a_field_twice_is_refused(String fields) {
        Told told = read("{" + fields + "}");
        assertThat(told.sightings).isEmpty();
        assertThat(told.failure()).hasMessageContaining(" is here a second time in the same record");
    }

    @Test
    void an_event_that_names_two_actors_is_no_activity_of_the_one_who_stands_last() {
        Told told = read("""
                {"actor":"a","actor_login":"b","created_at":1718798400000}
                {"actor":"c","actor_login":"C","created_at":1718798400000}
                {"actor":"d","actor_login":"e"}
                """);
        assertThat(sightings(told)).containsExactly(used("C", "2024-06-19T12:00:00Z"));
        assertThat(told.problems)
                .containsExactly(
                        new Problem("audit-log.jsonl:1:1", "actor and actor_login name two different accounts"),
                        new Problem("audit-log.jsonl:3:1", "the event has no time"));
    }

    @Test
    void an_event_of_the_future_does_not_vouch_for_the_days_before_it() {
        Told told = read(
                "{\"actor\":\"a\",\"created_at\":1717243200000}\n{\"actor\":\"b\",\"created_at\":1900000000000}\n");
        assertThat(sightings(told))
                .containsExactly(used("a", "2024-06-01T12:00:00Z"), used("b", "2030-03-17T17:46:40Z"));
        assertThat(told.feed().asOf()).isEqualTo("2024-06-01T12:00:00Z");
    }
}
