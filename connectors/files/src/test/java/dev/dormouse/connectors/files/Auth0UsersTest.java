package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Auth0UsersTest {

    private static Told read(String content) {
        return Feeds.read("auth0-users", "auth0-users.json", content);
    }

    private static String users(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"nickname\":\"user-" + i + "\",\"last_login\":\"2024-06-16T12:00:00.000Z\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "A1, 2050-01-01T00:00:00.000Z, 2050-01-01T00:00:00Z",
        "A2, 2022-01-01T00:00:00.000Z, 2022-01-01T00:00:00Z",
        "A4, 2024-06-16T12:00:00.000Z, 2024-06-16T12:00:00Z",
        "A10, 2024-06-01T12:00:00Z, 2024-06-01T12:00:00Z",
        "A10, 2024-06-01T12:00:00.1234567Z, 2024-06-01T12:00:00.1234567Z",
    })
    void A1_A2_A4_A10_the_last_login_is_read_with_any_fraction(String id, String written, String instant) {
        assertThat(read("[{\"nickname\":\"a\",\"last_login\":\"" + written + "\"}]").sightings)
                .as(id)
                .containsExactly(Feeds.at("a", instant, ActivityKind.LOGIN));
    }

    @Test
    void A3_somebody_without_last_login_never_signed_in() {
        Told told = read("[{\"nickname\":\"a\"}]");
        assertThat(told.sightings).containsExactly(new Sighting.Never("a"));
        assertThat(told.feed().absence()).isEqualTo(Absence.NOTHING_SEEN);
    }

    @Test
    void A5_nicknames_keep_their_spelling() {
        assertThat(read("[{\"nickname\":\"some-user-1\"},{\"nickname\":\"Some-useR-2\"}]").sightings)
                .extracting(Sighting::account)
                .containsExactly("some-user-1", "Some-useR-2");
    }

    @Test
    void A6_several_pages_are_one_list() {
        MemoryFiles files = new MemoryFiles()
                .with("auth0-3.json", "{\"total\":103,\"users\":" + users(0, 102) + ",\"start\":300}")
                .with("auth0-4.json", "{\"start\":400,\"users\":" + users(102, 103) + ",\"total\":103}");
        Told told = Feeds.read(files, "auth0-users");
        assertThat(told.sightings).hasSize(103);
        assertThat(told.feed().records()).isEqualTo(103);
    }

    @Test
    void A7_an_empty_answer_fails() {
        assertThat(read("").failure().code()).isEqualTo(FilesErrorCode.FILES_EMPTY);
        assertThat(read(" \n").failure())
                .hasMessageContaining("auth0-users.json:1:1: expected users of Auth0")
                .hasMessageContaining("nothing but white space");
    }

    @Test
    void A8_a_failed_page_fails_and_the_pages_before_it_are_kept() {
        MemoryFiles files = new MemoryFiles()
                .with("auth0-1.json", users(0, 100))
                .with("auth0-2.json", "{\"statusCode\":429,\"error\":\"Too Many Requests\"}");
        Told told = Feeds.read(files, "auth0-users");
        assertThat(told.sightings).hasSize(100);
        assertThat(told.failure())
                .hasMessage("auth0-2.json:1:1: no user has a nickname; is this a list of Auth0 users, and is `account`"
                        + " the field that names them?");
    }

    @Test
    void A11_a_user_without_nickname_is_a_problem_and_nobody_else_suffers() {
        Told told =
                read("[{\"user_id\":\"github|1\",\"last_login\":\"2024-06-16T12:00:00.000Z\"},\n{\"nickname\":\"b\"}]");
        assertThat(told.problems).containsExactly(new Problem("auth0-users.json:1:2", "the user has no nickname"));
        assertThat(told.sightings).containsExactly(new Sighting.Never("b"));
    }

    @Test
    void a_list_that_is_shorter_than_its_total_is_refused_and_names_the_ceiling() {
        Told told = read("{\"start\":0,\"total\":1001,\n\"users\":" + users(0, 1000) + "}");
        assertThat(told.sightings).hasSize(1000);
        assertThat(told.failure())
                .hasMessage(
                        "auth0-users.json:1:20: Auth0 has 1001 users and 1000 are here, because it gives out at most"
                                + " 1,000 by pages; start an export job (POST /api/v2/jobs/users-exports) and take its file")
                .extracting("code")
                .isEqualTo(FilesErrorCode.FILES_INCOMPLETE);
    }

    @Test
    void the_lines_of_an_export_job_are_read_packed_or_not() {
        String lines = "{\"nickname\":\"a\",\"identities\":[{\"users\":[1]}]}\n{\"nickname\":\"b\"}\n";
        assertThat(read(lines).sightings).containsExactly(new Sighting.Never("a"), new Sighting.Never("b"));
        MemoryFiles packed = new MemoryFiles().with("export.json", MemoryFiles.gzip(lines));
        assertThat(Feeds.read(packed, "auth0-users").sightings).isEqualTo(read(lines).sightings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "1718798400000", "\"soon\"", "{\"date\":\"2024-06-16T12:00:00Z\"}"})
    void a_last_login_that_cannot_be_read_is_unreadable(String json) {
        assertThat(read("[{\"last_login\":" + json + ",\"nickname\":\"a\"}]").sightings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Sighting.Unreadable.class,
                        unreadable -> assertThat(unreadable.problem().toString())
                                .startsWith("auth0-users.json:1:16: last_login must be an instant and is "));
    }

    @Test
    void another_field_may_name_the_account() {
        MemoryFiles files =
                new MemoryFiles().with("auth0-users.json", "[{\"email\":\"a@example.org\",\"nickname\":\"x\"}]");
        assertThat(Feeds.read(files, "auth0-users", Map.of("account", "email")).sightings)
                .containsExactly(new Sighting.Never("a@example.org"));
    }

    @Test
    void a_user_who_is_told_of_twice_in_one_record_is_not_judged_by_the_later_word() {
        Told told = read(
                "[{\"nickname\":\"a\",\"last_login\":\"2024-06-18T00:00:00Z\",\"last_login\":\"2023-01-01T00:00:00Z\"}]");
        assertThat(told.sightings).isEmpty();
        assertThat(told.failure()).hasMessageStartingWith("auth0-users.json:1:67: last_login is here a second time");
        assertThat(read("[{\"nickname\":\"a\"},{\"nickname\":\"b\",\"nickname\":\"c\"}]")
                        .failure())
                .hasMessageStartingWith("auth0-users.json:1:46: nickname is here a second time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3.0", "\"3\""})
    void a_total_holds_however_it_is_written(String total) {
        assertThat(read("{\"total\":" + total + ",\"users\":" + users(0, 2) + "}")
                        .failure())
                .hasMessageStartingWith("auth0-users.json:1:10: Auth0 has 3 users and 2 are here");
    }

    @Test
    void a_page_that_is_there_twice_does_not_make_up_for_one_that_is_missing() {
        String page = "{\"total\":4,\"users\":[{\"user_id\":\"auth0|1\",\"nickname\":\"a\"},"
                + "{\"user_id\":\"github|1\",\"nickname\":\"a\"}]}";
        assertThat(read(page + page).failure())
                .hasMessageStartingWith("auth0-users.json:1:10: Auth0 has 4 users and 2 are here");
        assertThat(read(page.replace("4", "2") + page.replace("4", "2")).sightings)
                .containsOnly(new Sighting.Never("a"));
    }

    @Test
    void pages_that_end_at_the_ceiling_of_Auth0_without_a_total_may_not_be_all() {
        MemoryFiles files =
                new MemoryFiles().with("auth0-1.json", users(0, 900)).with("auth0-2.json", users(900, 1000));
        assertThat(Feeds.read(files, "auth0-users").failure())
                .hasMessageStartingWith("auth0-2.json:1:")
                .hasMessageContaining(": these are exactly 1,000 users, the most")
                .extracting("code")
                .isEqualTo(FilesErrorCode.FILES_INCOMPLETE);
        assertThat(read(users(0, 1001)).feed().records()).isEqualTo(1001);
        assertThat(read("{\"total\":1000,\"users\":" + users(0, 1000) + "}")
                        .feed()
                        .records())
                .isEqualTo(1000);
        String lines = users(0, 1000).replace("},{", "}\n{").replaceAll("[\\[\\]]", "");
        assertThat(read(lines).feed().records()).isEqualTo(1000);
    }
}
