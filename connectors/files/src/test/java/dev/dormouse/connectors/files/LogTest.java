package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Sighting.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {

    private static final Map<String, ?> OWN =
            Map.of("mapping", Map.of("account", "who", "time", "at", "email", "mail", "event", "what"));

    private static final String OKTA = """
            {"eventType":"user.session.start","actor":{"id":"u1","alternateId":"a@x.org","type":"User"},"published":"2024-06-01T10:00:00.123456789+02:00","outcome":{"result":"SUCCESS"},"uuid":"1"}
            {"eventType":"user.session.start","actor":{"id":"u2","alternateId":"b@x.org","type":"User"},"published":"2024-06-01T11:00:00Z","outcome":{"result":"FAILURE"},"uuid":"2"}
            {"eventType":"policy.rule.update","actor":{"id":"s","alternateId":"system@okta.com","type":"SystemPrincipal"},"published":"2024-06-01T12:00:00Z","uuid":"3"}
            """;

    @ParameterizedTest
    @CsvSource({
        "'\"2024-06-01T10:00:00.123456789+02:00\"', 2024-06-01T08:00:00.123456789Z",
        "'\"2024-06-01 10:00:00\"', 2024-06-01T10:00:00Z",
        "1717236000, 2024-06-01T10:00:00Z",
        "1717236000.25, 2024-06-01T10:00:00.250Z",
        "1717236000123, 2024-06-01T10:00:00.123Z",
        "1717236000123456, 2024-06-01T10:00:00.123456Z",
        "1717236000123456789, 2024-06-01T10:00:00.123456789Z",
        "'\"1717236000123\"', 2024-06-01T10:00:00.123Z",
        "'\"Sat, 1 Jun 2024 10:00:00 GMT\"', 2024-06-01T10:00:00Z",
        "'\"/Date(1717236000123)/\"', 2024-06-01T10:00:00.123Z",
        "'\"20240601100000.5\"', 2024-06-01T10:00:00.500Z",
        "'\"2024/06/01 10:00:00\"', 2024-06-01T10:00:00Z",
    })
    void instants_are_read_in_every_spelling(String written, String instant) {
        assertThat(Shown.of("{\"who\":\"a\",\"at\":" + written + "}", OWN).lines())
                .containsExactly("1 a null " + instant + " USE null");
    }

    @ParameterizedTest
    @CsvSource({
        "0",
        "'\"0\"'",
        "'\"\"'",
        "null",
        "'\"1970-01-01\"'",
        "'\"1970-01-01T00:00:00.000Z\"'",
        "'\"1970-01-01 01:00:00+01:00\"'",
        "'\"No activity\"'",
        "'\"never\"'",
        "'\"Thu, 01 Jan 1970 00:00:00 GMT\"'",
        "'\"01/01/1970 00:00\"'",
        "'\"0001-01-01T00:00:00\"'",
        "'\"1601-01-01T00:00:00Z\"'",
        "-62135596800",
        "'\"1969-12-31T23:59:59Z\"'",
        "0.0"
    })
    void what_means_never_is_no_instant(String written) {
        Shown shown = Shown.of("{\"who\":\"a\",\"at\":" + written + "}", OWN);

        assertThat(shown.lines()).isEmpty();
        assertThat(shown.unreadable()).hasSize(1);
    }

    @Test
    void a_declared_zone_holds_for_times_without_an_offset() {
        Map<String, ?> own = Map.of("mapping", Map.of("account", "who", "time", "at", "zone", "Europe/Berlin"));

        assertThat(Shown.of("""
                                {"who":"a","at":"2024-06-01 10:00:00"}
                                {"who":"a","at":"2024-01-01T10:00:00Z"}
                                """, own).lines())
                .containsExactly("1 a null 2024-06-01T08:00:00Z USE null", "2 a null 2024-01-01T10:00:00Z USE null");
    }

    @Test
    void failed_activity_is_shown_and_a_system_is_nobody() {
        Shown shown = Shown.of(OKTA);

        assertThat(shown.mapping).isEqualTo("okta");
        assertThat(shown.lines())
                .containsExactly(
                        "1 u1 a@x.org 2024-06-01T08:00:00.123456789Z LOGIN user.session.start",
                        "2 u2 b@x.org 2024-06-01T11:00:00Z LOGIN FAILED user.session.start");
        assertThat(shown.summary.other()).isEqualTo(1);
    }

    @Test
    void a_page_an_array_and_an_envelope_hold_the_same_records() {
        String record = OKTA.lines().findFirst().orElseThrow();
        List<String> told = List.of("1 u1 a@x.org 2024-06-01T08:00:00.123456789Z LOGIN user.session.start");

        assertThat(Shown.of("[" + record + "]").lines()).isEqualTo(told);
        assertThat(Shown.of("{\"next\":null,\"items\":[" + record + "]}").lines())
                .isEqualTo(told);
        assertThat(Shown.of("{\"@timestamp\":\"2024-07-01T00:00:00Z\",\"json\":" + record + "}")
                        .lines())
                .isEqualTo(told);
        assertThat(Shown.of("{\"message\":\"" + record.replace("\"", "\\\"") + "\"}")
                        .lines())
                .isEqualTo(told);
        assertThat(Shown.of(record.replace("eventType", "event_type").replace("alternateId", "AlternateId"))
                        .lines())
                .isEqualTo(told);
    }

    @Test
    void a_day_that_the_calendar_does_not_have_is_no_day_of_another_month() {
        Map<String, ?> own = Map.of(
                "mapping",
                Map.of("account", "who", "time", "at", "format", "dd.MM.yyyy HH:mm:ss", "zone", "Europe/Berlin"));
        Shown shown = Shown.of("""
                {"who":"user-0001","at":"28.02.2026 08:18:00"}
                {"who":"user-0002","at":"31.02.2026 08:18:00"}
                """, own);
        assertThat(shown.summary.unreadable()).hasSize(1);
        assertThat(shown.lines()).first().asString().contains("2026-02-28T07:18:00Z");
    }

    @Test
    void a_place_and_its_name_in_one_word_are_two_places_where_a_mapping_names_both() {
        Map<String, ?> own = Map.of(
                "mapping",
                Map.of("account", List.of("whoId", "who.id"), "time", "at", "machine", Map.of("who.id", "*")));

        assertThat(Shown.of("""
                                {"whoId":"a","at":1717236000}
                                {"who":{"id":"b"},"at":1717236000}
                                """, own).lines())
                .containsExactly(
                        "1 a null 2024-06-01T10:00:00Z USE null", "2 b null 2024-06-01T10:00:00Z MACHINE null");
    }

    @Test
    void a_broken_line_is_told_with_its_place_and_the_others_are_read() {
        Shown shown = Shown.of(
                "{\"who\":\"a\",\"at\":1717236000}\n{\"who\":\"b\"!\n{\"who\":\"c\",\"at\":1717236000}\n", OWN);

        assertThat(shown.lines())
                .containsExactly("1 a null 2024-06-01T10:00:00Z USE null", "3 c null 2024-06-01T10:00:00Z USE null");
        assertThat(shown.unreadable()).singleElement().asString().startsWith("2:11 not valid JSON");
        assertThat(shown.summary.cutOff()).isFalse();
    }

    @Test
    void a_broken_element_of_an_array_does_not_spoil_the_others() {
        Shown shown = Shown.of(
                "[\n {\"who\":\"a\",\"at\":1717236000},\n {\"who\" \"b\"},\n {\"who\":\"c\",\"at\":1717236000}\n]",
                OWN);

        assertThat(shown.lines())
                .containsExactly("2 a null 2024-06-01T10:00:00Z USE null", "4 c null 2024-06-01T10:00:00Z USE null");
        assertThat(shown.unreadable()).singleElement().asString().startsWith("3:");
    }

    @Test
    void a_file_that_ends_within_a_record_is_cut_off() {
        assertThat(Shown.of("{\"who\":\"a\",\"at\":1717236000}\n{\"who\":\"b\"", OWN)
                        .summary
                        .cutOff())
                .isTrue();
        assertThat(Shown.of("[{\"who\":\"a\",\"at\":1717236000}", OWN).summary.cutOff())
                .isTrue();
        byte[] packed = MemoryFiles.gzip(OKTA.repeat(50));
        MemoryFiles files = new MemoryFiles().with("log", java.util.Arrays.copyOf(packed, packed.length - 30));
        assertThat(Feeds.read(files, "log", Map.of("mapping", "okta")).failure())
                .hasMessageContaining("the file is cut off");
    }

    @Test
    void the_columns_of_a_table_may_stand_below_other_lines() {
        Shown shown = Shown.of("""
                SAP Analytics Cloud
                Activities
                "Object Type","File Name","Object Name","Description","User Name","Activity","Status","Timestamp","Previous Value","Current Value"

                "User","","ANN","login","Ann","Login","Successful","2024-06-01T10:00:00.000Z","",""
                "User","","BOB","create","ANN","Create","Failed","2024-06-01T11:00:00.000Z","",""
                """);

        assertThat(shown.mapping).isEqualTo("sac");
        assertThat(shown.lines())
                .containsExactly(
                        "5 ANN null 2024-06-01T10:00:00Z LOGIN Login",
                        "6 ANN null 2024-06-01T11:00:00Z USE FAILED Create");
    }

    @Test
    void a_list_of_accounts_knows_who_was_never_active() {
        Told told = Feeds.read(
                "log",
                "users.csv",
                "login;last login\nann;2024-06-01 10:00:00\nbob;No activity\ncy;1970-01-01\ned;soon\n");

        assertThat(told.sightings)
                .startsWith(
                        Feeds.at("ann", "2024-06-01T10:00:00Z", ActivityKind.USE),
                        new Sighting.Never("bob"),
                        new Sighting.Never("cy"));
        assertThat(told.sightings.getLast()).isInstanceOf(Sighting.Unreadable.class);
        assertThat(told.feed().completeFrom()).isNull();
    }

    @Test
    void as_a_source_only_successful_events_are_told_and_each_has_its_number() {
        Told told = Feeds.read("log", "okta.jsonl", OKTA + OKTA);

        assertThat(told.sightings).hasSize(2).allSatisfy(one -> assertThat(one).isInstanceOf(Event.class));
        assertThat(((Event) told.sightings.getFirst()).id()).isEqualTo(((Event) told.sightings.getLast()).id());
        assertThat(told.feed().records()).isEqualTo(6);
        assertThat(told.feed().completeFrom()).isEqualTo("2024-06-01T08:00:00.123456789Z");
        assertThat(told.feed().asOf()).isEqualTo("2024-06-01T12:00:00Z");
    }

    @Test
    void records_without_a_number_are_told_apart_by_all_of_their_content() {
        String one = "{\"who\":\"a\",\"at\":1717236000,\"what\":\"x\",\"ip\":\"1\",\"more\":{\"p\":1,\"q\":[1,2]}}";
        String same = "{\"more\":{\"q\":[1,2],\"p\":1}, \"ip\":\"1\",\"at\":1717236000,\"what\":\"x\",\"who\":\"a\"}";
        String different = one.replace("[1,2]", "[2,1]");
        Told told = Feeds.read(
                new MemoryFiles()
                        .with("log", String.join("\n", one, same, different).getBytes(StandardCharsets.UTF_8)),
                "log",
                OWN);

        List<Long> ids =
                told.sightings.stream().map(sighting -> ((Event) sighting).id()).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void accounts_can_be_named_by_their_address_and_who_has_none_is_not_lost() {
        Shown shown = Shown.of(
                "{\"who\":\"a\",\"mail\":\"a@x.org\",\"at\":1717236000}\n{\"who\":\"b\",\"at\":1717236000}\n",
                Map.of("account", "email", "mapping", OWN.get("mapping")));

        assertThat(shown.lines()).containsExactly("1 a@x.org a@x.org 2024-06-01T10:00:00Z USE null");
        assertThat(shown.unreadable()).containsExactly("2:1 the account \"b\" has no e-mail address");
    }

    @Test
    void what_is_wrong_with_a_mapping_is_told_with_its_key() {
        assertThatThrownBy(() -> Shown.of("{}", Map.of("mapping", Map.of("account", "who"))))
                .hasMessageContaining("time is missing");
        assertThatThrownBy(() -> Shown.of("{}", Map.of("mapping", Map.of("accounts", "who"))))
                .hasMessageContaining("accounts is no key of a mapping; there are mapping, description,");
        assertThatThrownBy(() -> Shown.of("{}", Map.of("mapping", "octa")))
                .hasMessageContaining("mapping must be one of github-audit, okta,");
    }

    @Test
    void the_example_of_a_mapping_of_ones_own_reads_its_log() {
        Path examples = Path.of("../../examples/activity");
        Shown shown = Shown.of(
                examples.resolve("door-log.jsonl"),
                Map.of("mapping", examples.resolve("door-log.yaml").toString()));

        assertThat(shown.lines())
                .containsExactly(
                        "1 ann ann@acme.example 2024-06-03T06:00:00Z LOGIN main",
                        "2 bob null 2024-06-03T06:05:00Z LOGIN FAILED main",
                        "3 b-9 null 2024-06-03T06:10:00Z MACHINE store");
        assertThat(shown.summary.other()).isEqualTo(1);
    }

    @Test
    void an_envelope_may_have_the_name_of_a_field_within() {
        String record =
                "{\"action\":\"workflows.created\",\"event\":\"schedule\",\"actor\":\"user-0001\",\"actor_id\":1,\"@timestamp\":1717236000000,\"_document_id\":\"x\"}";
        String text = "\"" + record.replace("\"", "\\\"") + "\"";

        for (String wrapped : List.of(record, text)) {
            Shown shown = Shown.of("{\"time\":1717300000,\"host\":\"h\",\"event\":" + wrapped + "}\n");
            assertThat(shown.mapping).isEqualTo("github-audit");
            assertThat(shown.lines())
                    .containsExactly("1 user-0001 null 2024-06-01T10:00:00Z MACHINE workflows.created");
        }
    }

    @Test
    void the_answer_to_a_search_in_elasticsearch_is_opened_to_the_original() {
        String original = "\"" + OKTA.lines().findFirst().orElseThrow().replace("\"", "\\\"") + "\"";
        Shown shown = Shown.of("{\"took\":1,\"hits\":{\"total\":{\"value\":1},\"hits\":[{\"_id\":\"1\",\"_source\":{"
                + "\"@timestamp\":\"2024-07-01T00:00:00Z\",\"event\":{\"original\":" + original + "}}}]}}");

        assertThat(shown.mapping).isEqualTo("okta");
        assertThat(shown.entries).hasSize(1);
    }

    @Test
    void an_event_of_a_table_may_tell_itself_that_it_failed() {
        Shown shown = Shown.of("""
                time,user,event
                2024-06-01T10:00:00Z,user-0001,login_failed
                2024-06-01T10:00:00Z,user-0002,Failed sign-in
                2024-06-01T10:00:00Z,user-0003,login
                """);

        assertThat(shown.entries).extracting(dev.dormouse.spi.LogEntry::success).containsExactly(false, false, true);
    }

    @Test
    void the_last_page_of_an_export_may_be_empty_and_is_told() {
        Shown shown = Shown.of("{\"items\":[{\"who\":\"a\",\"at\":1717236000}]}\n{\"items\":[],\"more\":false}\n", OWN);

        assertThat(shown.lines()).containsExactly("1 a null 2024-06-01T10:00:00Z USE null");
        assertThat(shown.unreadable()).isEmpty();
        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(Shown.of("{\"items\":[1]}", OWN).unreadable()).hasSize(1);
    }

    @Test
    void a_column_may_hold_the_whole_record() {
        String original = OKTA.lines().findFirst().orElseThrow().replace("\"", "\"\"");
        for (String column : List.of("_raw", "@message", "event.original")) {
            Shown shown = Shown.of("when,host," + column + "\n2024-07-01,h,\"" + original + "\"\n");
            assertThat(shown.mapping).isEqualTo("okta");
            assertThat(shown.lines())
                    .containsExactly("2 u1 a@x.org 2024-06-01T08:00:00.123456789Z LOGIN user.session.start");
        }
    }
}
