package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeoplePageTest {

    private static Told read(String content) {
        return Feeds.read("github-people-page", "export-acme.json", content);
    }

    private static Told lastActive(String json) {
        return read("[{\"login\": \"some-user\", \"last_active\": " + json + "}]");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "P1, 2022-01-20T14:51:47.000+01:00, 2022-01-20T13:51:47Z",
        "P2, 2023-01-20T14:51:47.000+01:00, 2023-01-20T13:51:47Z",
        "P5, 2024-03-19T23:59:59.000+00:00, 2024-03-19T23:59:59Z",
        "P8, 2024-02-29T09:00:00Z, 2024-02-29T09:00:00Z",
        "P8, 2024-03-01T09:00:00Z, 2024-03-01T09:00:00Z",
    })
    void P1_P2_P5_P8_the_instant_is_read_with_its_time_and_offset(String id, String written, String instant) {
        assertThat(lastActive("\"" + written + "\"").sightings)
                .as(id)
                .containsExactly(Feeds.at("some-user", instant, ActivityKind.USE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no activity", "No activity", "NO ACTIVITY", " No activity "})
    void P3_no_activity_in_any_case_means_never(String text) {
        assertThat(lastActive("\"" + text + "\"").sightings).containsExactly(new Sighting.Never("some-user"));
    }

    @Test
    void P4_an_element_in_full_gives_the_login_the_instant_and_the_address() {
        Told told = read("""
                [{"login":"some-user","name":"some-name","tfa_enabled":true,"is_public":false,"role":"Member",\
                "last_active":"2023-01-20T14:51:47.000+01:00","saml_name_id":"some@example.org"},
                {"saml_name_id":"some-email","last_active":"No activity","login":"Other"}]
                """);
        assertThat(told.sightings)
                .containsExactly(
                        Feeds.at("some-user", "2023-01-20T13:51:47Z", ActivityKind.USE), new Sighting.Never("Other"));
        assertThat(told.accounts).hasSize(1);
        assertThat(told.accounts.getFirst().email()).isEqualTo("some@example.org");
        assertThat(told.feed().absence()).isEqualTo(Absence.NOTHING_SEEN);
        assertThat(told.feed().completeFrom()).isNull();
        assertThat(told.feed().records()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"2024/06/01\"",
                "1718798400",
                "{\"a\": [1]}",
                "[\"No activity\"]",
                "true",
                "\"2024-13-01\"",
                "\"2023-02-29T00:00:00Z\"",
                "\"1970-01-01T00:00:00Z\""
            })
    void P10_what_cannot_be_read_is_unreadable_and_never_inactive(String json) {
        Told told = lastActive(json);
        assertThat(told.sightings).singleElement().isInstanceOfSatisfying(Sighting.Unreadable.class, unreadable -> {
            assertThat(unreadable.account()).isEqualTo("some-user");
            assertThat(unreadable.problem().position()).isEqualTo("export-acme.json:1:40");
            assertThat(unreadable.problem().message())
                    .startsWith("last_active must be an instant or \"No activity\" and is ");
        });
        assertThat(told.feed().records()).isEqualTo(1);
    }

    @Test
    void P11_a_date_alone_counts_to_the_end_of_its_day_but_not_beyond_now() {
        assertThat(lastActive("\"2024-06-01\"").sightings)
                .containsExactly(Feeds.at("some-user", "2024-06-01T23:59:59.999999Z", ActivityKind.USE));
        assertThat(lastActive("\"2024-06-19\"").sightings)
                .containsExactly(Feeds.at("some-user", Feeds.NOW.toString(), ActivityKind.USE));
    }

    @Test
    void a_missing_field_or_a_wrong_element_is_told_with_its_position() {
        Told told = read("[{\"login\":\"a\"},\n{\"last_active\":\"No activity\"}, 7,\n"
                + "{\"login\":\"b\",\"last_active\":\"No activity\"}]");
        assertThat(told.sightings)
                .containsExactly(
                        new Sighting.Unreadable("a", new Problem("export-acme.json:1:2", "last_active is missing")),
                        new Sighting.Never("b"));
        assertThat(told.problems)
                .containsExactly(
                        new Problem("export-acme.json:2:1", "the login is missing"),
                        new Problem("export-acme.json:2:32", "expected a person and found 7"));
    }

    @Test
    void another_kind_of_list_is_refused_as_a_whole() {
        assertThat(read("[{\"login\":\"a\",\"id\":1}]").failure())
                .hasMessage("export-acme.json:1:1: no element has a login and last_active; is this the JSON export of"
                        + " the People page?");
    }

    @Test
    void an_object_at_the_root_is_refused() {
        assertThat(read("{\"message\": \"Bad credentials\"}").failure())
                .hasMessageStartingWith("export-acme.json:1:1: expected the People page export, a JSON array of people,"
                        + " but here is an object");
    }

    @Test
    void a_problem_is_one_line_even_if_the_value_is_not() {
        assertThat(lastActive("\"a\\nb\"").sightings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Sighting.Unreadable.class,
                        unreadable -> assertThat(unreadable.problem().message()).endsWith("\"a b\""));
    }

    @Test
    void a_person_who_is_told_of_twice_in_one_record_is_not_judged_by_the_later_word() {
        Told told =
                read("[{\"login\":\"a\",\"last_active\":\"2024-06-18T00:00:00Z\",\"last_active\":\"No activity\"}]");
        assertThat(told.sightings).isEmpty();
        assertThat(told.failure())
                .hasMessage(
                        "export-acme.json:1:66: last_active is here a second time in the same record, and nobody knows"
                                + " which is true; export it again");
        assertThat(read("[{\"login\":\"a\",\"login\":\"b\",\"last_active\":\"No activity\"}]")
                        .failure())
                .hasMessageStartingWith("export-acme.json:1:23: login is here a second time");
    }

    @Test
    void a_page_of_nobody_is_refused_though_that_of_another_organisation_is_full() {
        MemoryFiles files = new MemoryFiles()
                .with("export-a.json", "[{\"login\":\"a\",\"last_active\":\"No activity\"}]")
                .with("export-b.json", "[]\n");
        assertThat(Feeds.read(files, "github-people-page").failure())
                .hasMessageStartingWith("export-b.json:1:1: the People page names nobody, which no organisation can be")
                .extracting("code")
                .isEqualTo(FilesErrorCode.FILES_EMPTY);
    }
}
