package dev.dormouse.sac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each comparison around each of its boundaries, against counting whole days. */
class BoundariesTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TICK = Duration.ofNanos(1_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 30, 90, 365})
    void ages_are_whole_elapsed_days(int days) {
        created(
                "\"file_action_users_created_recently\": true, \"file_users_created_recently_in_days\": ",
                days,
                age -> age <= days);
        created(
                "\"file_action_users_created_more_than_days_ago\": true, \"file_users_created_more_than_days\": ",
                days,
                age -> age > days);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 30, 90, 365})
    void the_last_login_is_at_least_or_less_than_so_many_whole_days_ago(int days) {
        login(
                "\"file_action_users_with_most_recent_login_at_least_days_ago\": true,"
                        + " \"file_users_with_with_most_recent_login_at_least_days\": " + days,
                days,
                age -> age >= days,
                true);
        login(
                "\"file_action_users_with_most_recent_login_within_last_days\": true,"
                        + " \"file_users_with_with_most_recent_login_within_last_days\": " + days,
                days,
                age -> age < days,
                false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 90, 365})
    void a_window_of_logins_takes_in_its_last_whole_day(int days) {
        String window = ", \"file_users_with_logins_within_last_days\": " + days;
        login(
                "\"file_action_users_with_greater_logins_than\": true, \"file_users_with_greater_logins_than\": 0,"
                        + " \"file_action_users_with_greater_logins_within_last_days\": true" + window,
                days,
                age -> age <= days,
                false);
        login(
                "\"file_action_users_with_fewer_logins_than\": true, \"file_users_with_fewer_logins_than\": 0,"
                        + " \"file_action_users_with_fewer_logins_within_last_days\": true" + window,
                days,
                age -> age > days,
                true);
    }

    private static void created(String test, int days, LongPredicate passes) {
        System24 system = new System24();
        List<String> expected = new ArrayList<>();
        for (Duration age : around(days)) {
            system.user(age.toString(), age, "");
            if (passes.test(age.toDays())) {
                expected.add(age.toString());
            }
        }
        assertThat(system.run("\"file_users_action\": \"replace\", " + test + days)
                        .members())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void login(String test, int days, LongPredicate passes, boolean withoutLogin) {
        System24 system = new System24().user("NEVER");
        List<String> expected = new ArrayList<>(withoutLogin ? List.of("NEVER") : List.of());
        for (Duration ago : around(days)) {
            system.user(ago.toString()).login(ago.toString(), ago);
            if (passes.test(ago.toDays())) {
                expected.add(ago.toString());
            }
        }
        assertThat(system.run("\"file_users_action\": \"replace\", " + test).members())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<Duration> around(int days) {
        List<Duration> around = new ArrayList<>();
        for (int day = Math.max(0, days - 1); day <= days + 2; day++) {
            Duration whole = DAY.multipliedBy(day);
            around.add(whole);
            around.add(whole.plus(TICK));
            if (day > 0) {
                around.add(whole.minus(TICK));
            }
        }
        return around.stream().distinct().toList();
    }
}
