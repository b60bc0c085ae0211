package dev.dormouse.sac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.sets.SetAction;
import dev.dormouse.sac.RowResult.Reason;
import dev.dormouse.sac.RowResult.Stop;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFileRunTest {

    private static final String RECENT = "\"file_action_users_created_recently\": true";
    private static final String MANAGERS = "\"file_action_users_that_are_managers\": true";

    /** In the team: IN_NEW (matched), IN_OLD, SUPPORT (excluded), GONE (no user). Outside: OUT_NEW (matched), OUT_OLD. */
    private static System24 system() {
        return new System24()
                .user("IN_NEW", Duration.ofDays(1), "")
                .user("IN_OLD")
                .user("OUT_NEW", Duration.ofDays(1), "")
                .user("OUT_OLD")
                .user("SUPPORT", Duration.ofDays(1), "")
                .team("T", "IN_NEW", "IN_OLD", "SUPPORT", "GONE");
    }

    @ParameterizedTest
    @CsvSource({
        "add,        GONE IN_NEW IN_OLD OUT_NEW SUPPORT",
        "remove,     GONE IN_OLD SUPPORT",
        "replace,    GONE IN_NEW OUT_NEW SUPPORT",
        "intersect,  GONE IN_NEW SUPPORT",
        "exclude,    GONE IN_OLD OUT_NEW SUPPORT",
        "excludeall, GONE IN_OLD OUT_NEW OUT_OLD SUPPORT",
        "invert,     GONE IN_OLD OUT_OLD SUPPORT"
    })
    void each_operation_leaves_excluded_members_where_they_are(String action, String members) {
        RowResult result = system().run("\"file_users_action\": \"" + action
                + "\", \"file_JSON_users_to_exclude\": [{\"value\": \"SUPPORT\"}], " + RECENT);
        assertThat(result.members()).containsExactly(members.split(" "));
        assertThat(result.stop()).isNull();
    }

    @Test
    void who_is_named_as_manager_passes_in_spite_of_and() {
        System24 system = new System24()
                .user("BOSS")
                .user("CLERK", Duration.ofDays(400), "BOSS")
                .user("SUPPORT", Duration.ofDays(400), "CLERK")
                .team("T");
        RowResult result =
                system.run("\"file_users_action\": \"replace\", \"file_multiple_action_users_operator_is_AND\": true,"
                        + " \"file_JSON_users_to_exclude\": [{\"value\": \"SUPPORT\"}], " + RECENT + ", " + MANAGERS);
        assertThat(result.members()).containsExactly("BOSS");
        assertThat(result.warnings()).singleElement().asString().contains("is added to the other tests with OR");
    }

    @Test
    void an_excluded_manager_is_put_in_and_never_taken_out() {
        String exclude = "\"file_JSON_users_to_exclude\": [{\"value\": \"BOSS\"}], " + MANAGERS;
        System24 outside = new System24()
                .user("BOSS")
                .user("CLERK", Duration.ofDays(9), "BOSS")
                .team("T");
        assertThat(outside.run("\"file_users_action\": \"add\", " + exclude).members())
                .containsExactly("BOSS");
        System24 inside = new System24()
                .user("BOSS")
                .user("CLERK", Duration.ofDays(9), "BOSS")
                .team("T", "BOSS");
        for (SetAction action : SetAction.values()) {
            assertThat(inside.run("\"file_users_action\": \"" + action.word() + "\", " + exclude)
                            .members())
                    .as(action.word())
                    .contains("BOSS");
        }
    }

    @Test
    void members_who_are_no_users_leave_a_team_of_managers_alone() {
        System24 system = new System24()
                .user("BOSS")
                .user("CLERK", Duration.ofDays(9), "BOSS")
                .team("T", "GONE", "CLERK");
        assertThat(system.run("\"file_users_action\": \"replace\", " + MANAGERS).members())
                .containsExactly("BOSS");
    }

    @Test
    void a_log_that_is_younger_than_the_window_stops_the_row() {
        String windowed = "\"file_users_action\": \"replace\", \"file_action_users_with_fewer_logins_than\": true,"
                + " \"file_action_users_with_fewer_logins_within_last_days\": true,"
                + " \"file_users_with_logins_within_last_days\": ";
        System24 system = system().logSince(Duration.ofDays(90).plusHours(23));
        assertThat(system.run(windowed + 90).stop()).isNull();
        RowResult stopped = system.run(windowed + 91);
        assertThat(stopped.stop())
                .isEqualTo(
                        new Stop(
                                Reason.YOUNG_LOG,
                                "the activity log reaches back 90 days only and the row asks about 91; the team is left as it was"));
        assertThat(stopped.members()).containsExactly("GONE", "IN_NEW", "IN_OLD", "SUPPORT");
        assertThat(system.run("\"file_users_action\": \"replace\", \"file_action_users_with_fewer_logins_than\": true")
                        .stop())
                .isNull();
    }

    @Test
    void a_row_without_a_test_or_with_an_unknown_action_stops_and_the_next_runs() {
        DataFile file = DataFileReader.read("x.json", """
                [{"file_team": "T", "file_users_action": "replace", "file_action_users_active": false},
                 {"file_team": "T", "file_users_action": "swap", "file_action_users_active": true},
                 {"file_team": "NEW", "file_users_action": "add", "file_action_users_match_all_users": true}]
                """);
        List<RowResult> results = new DataFileRun(system().observed(), System24.NOW).run(file);
        assertThat(error(results.get(0))).startsWith("no test is switched on");
        assertThat(error(results.get(1)))
                .startsWith(
                        "there is no action \"swap\"; write add, remove, replace, intersect, exclude, excludeall, invert");
        assertThat(results.get(1).members()).hasSize(4);
        assertThat(results.get(2).members()).hasSize(5);
    }

    @Test
    void a_row_that_no_condition_can_say_stops_and_the_next_runs() {
        String many = IntStream.range(0, 2000)
                .mapToObj(number -> "{\"value\": \"MANAGER" + number + "\"}")
                .collect(Collectors.joining(","));
        DataFile file = DataFileReader.read(
                "x.json",
                "[{\"file_team\": \"T\", \"file_users_action\": \"replace\","
                        + " \"file_action_users_with_named_managerids\": true, \"file_JSON_named_managerids\": [" + many
                        + "]}, {\"file_team\": \"T\", \"file_users_action\": \"replace\", " + RECENT + "}]");
        List<RowResult> results = new DataFileRun(system().observed(), System24.NOW).run(file);
        assertThat(error(results.get(0))).startsWith("the tests cannot be written as a condition: ");
        assertThat(results.get(0).members()).containsExactly("GONE", "IN_NEW", "IN_OLD", "SUPPORT");
        assertThat(results.get(1).stop()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"add, A B C", "remove, A", "replace, B C", "intersect, B", "exclude, A C", "keep, A B"})
    void a_team_on_a_team(String action, String members) {
        DataFile file = DataFileReader.read(
                "x.json",
                "[{\"file_source_team\": \"S\", \"file_target_team\": \"T\", \"file_users_action\": \"" + action
                        + "\", \"file_roles_action\": \"keep\"}]");
        Observed observed =
                new System24().team("S", "B", "C").team("T", "A", "B").observed();
        RowResult result = new DataFileRun(observed, System24.NOW).run(file).getFirst();
        assertThat(result.members()).containsExactly(members.split(" "));
        assertThat(result.displayName()).isEqualTo("T shown");
    }

    @Test
    void a_row_finds_the_team_as_the_row_before_left_it() {
        DataFile file = DataFileReader.read("x.json", """
                [{"file_team": "T", "file_users_action": "replace", "file_action_users_created_recently": true},
                 {"file_source_team": "T", "file_target_team": "COPY", "file_users_action": "add"},
                 {"file_source_team": "NOWHERE", "file_target_team": "COPY", "file_users_action": "replace"}]
                """);
        List<RowResult> results = new DataFileRun(system().observed(), System24.NOW).run(file);
        assertThat(results.get(1).members()).containsExactly("GONE", "IN_NEW", "OUT_NEW", "SUPPORT");
        assertThat(error(results.get(2))).isEqualTo("there is no team NOWHERE; the team COPY is left as it was");
        assertThat(results.get(2).members()).hasSize(4);
    }

    @Test
    void a_row_without_a_display_name_shows_the_one_of_the_system() {
        assertThat(system().run("\"file_users_action\": \"add\", " + RECENT).displayName())
                .isEqualTo("T shown");
        assertThat(system().run("\"file_team_displayname\": \"\", \"file_users_action\": \"add\", " + RECENT)
                        .displayName())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Users with 2 or fewer logins', false",
        "'Users with fewer than 3 logins', false",
        "'Users with fewer than 2 logins', true",
        "'Users with less than 2 logins', true",
        "'Users with 3 or fewer logins', true",
        "'Users created less than 2 days ago', false"
    })
    void fewer_counts_the_number_itself_and_says_so_where_the_text_says_otherwise(String text, boolean warned) {
        RowResult result = new System24()
                .user("TWO")
                .login("TWO", Duration.ofDays(3))
                .login("TWO", Duration.ofDays(3))
                .run(
                        "\"file_team_displayname\": \"" + text + "\", \"file_users_action\": \"replace\","
                                + " \"file_action_users_with_fewer_logins_than\": true, \"file_users_with_fewer_logins_than\": 2");
        assertThat(result.members()).containsExactly("TWO");
        assertThat(result.warnings()).hasSize(warned ? 1 : 0);
    }

    @Test
    void one_count_without_the_window_takes_it_from_both() {
        RowResult result = new System24()
                .user("A")
                .login("A", Duration.ofDays(50))
                .login("A", Duration.ofDays(3))
                .run("\"file_users_action\": \"replace\", \"file_action_users_with_fewer_logins_than\": true,"
                        + " \"file_users_with_fewer_logins_than\": 1,"
                        + " \"file_action_users_with_fewer_logins_within_last_days\": true,"
                        + " \"file_users_with_logins_within_last_days\": 7,"
                        + " \"file_action_users_with_greater_logins_than\": true,"
                        + " \"file_users_with_greater_logins_than\": 5");
        assertThat(result.members()).isEmpty();
        assertThat(result.warnings()).singleElement().asString().contains("counts every login of the log for both");
    }

    @Test
    void ignored_teams_do_not_count_as_any() {
        System24 system = new System24().user("A");
        String row = "\"file_users_action\": \"replace\", \"file_action_users_with_no_teams\": true";
        assertThat(system.run(row).members()).isEmpty();
        for (String name : List.of("Sales", "sALES")) {
            assertThat(system.run(row + ", \"file_JSON_teams_to_exclude\": [{\"value\": \"" + name + "\"}]")
                            .members())
                    .containsExactly("A");
            assertThat(system.run(row + ", \"file_JSON_teamnames_starts_with_to_exclude\": [{\"value\": \""
                                    + name.substring(0, 2) + "\"}]")
                            .members())
                    .containsExactly("A");
        }
    }

    @Test
    void whom_an_earlier_row_put_into_a_team_or_took_out_of_the_last_one_is_tested_so() {
        DataFile file = DataFileReader.read("x.json", """
                [{"file_team": "Sales", "file_users_action": "remove", "file_action_users_created_recently": true},
                 {"file_team": "T", "file_users_action": "replace", "file_action_users_with_no_teams": true},
                 {"file_team": "NONE", "file_users_action": "replace", "file_action_users_with_no_teams": true}]
                """);
        Observed observed = new System24()
                .user("OLD")
                .user("NEW", Duration.ofDays(1), "")
                .team("Sales", "OLD", "NEW")
                .observed();
        List<RowResult> results = new DataFileRun(observed, System24.NOW).run(file);
        assertThat(results.get(1).members()).containsExactly("NEW");
        assertThat(results.get(2).members()).isEmpty();
    }

    private static String error(RowResult result) {
        return result.stop() == null ? "" : result.stop().error();
    }

    @Test
    void members_are_in_the_order_of_their_code_points() {
        assertThat(RowResult.sorted(List.of("\uFF5E", "\uD83D\uDE00", "a", "Z", "_1")))
                .containsExactly("Z", "_1", "a", "\uFF5E", "\uD83D\uDE00");
    }
}
