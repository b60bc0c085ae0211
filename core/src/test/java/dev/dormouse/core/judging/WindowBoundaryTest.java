package dev.dormouse.core.judging;

import static dev.dormouse.core.judging.Judging.DAYS_90;
import static dev.dormouse.core.judging.Judging.MONTHS_3;
import static dev.dormouse.core.judging.Judging.active;
import static dev.dormouse.core.judging.Judging.noneSince;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The thresholds: strictly later than the start of the window is active. */
class WindowBoundaryTest {

    @ParameterizedTest(name = "{0}: people page, now {1}, last active {2}: {3}")
    @CsvSource({
        "P1, 2023-02-01T00:00:00Z, 2022-01-20T13:51:47Z, DORMANT",
        "P2, 2023-02-01T00:00:00Z, 2023-01-20T13:51:47Z, ACTIVE",
        // The old script dropped the time of day and lost half a day of the window.
        "P5, 2024-06-19T12:00:00Z, 2024-03-19T23:59:59Z, ACTIVE",
        "P8, 2024-05-31T12:00:00Z, 2024-02-29T09:00:00Z, DORMANT",
        "P8, 2024-05-31T12:00:00Z, 2024-03-01T09:00:00Z, ACTIVE",
        "clamp, 2024-05-31T12:00:00Z, 2024-02-29T12:00:00Z, DORMANT",
        "clamp, 2024-05-31T12:00:00Z, 2024-02-29T12:00:00.000001Z, ACTIVE",
        "boundary, 2024-06-19T12:00:00Z, 2024-03-19T12:00:00Z, DORMANT",
        "one before, 2024-06-19T12:00:00Z, 2024-03-19T11:59:59.999999Z, DORMANT",
        "one after, 2024-06-19T12:00:00Z, 2024-03-19T12:00:00.000001Z, ACTIVE"
    })
    void three_calendar_months_are_counted_to_the_microsecond(String id, String now, String seen, Answer expected) {
        assertThat(new Judging()
                        .at(now)
                        .source("people", MONTHS_3, active(seen))
                        .answer())
                .as(id)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: 90 days, last login {1}: {2}")
    @CsvSource({
        "A1, 2050-01-01T00:00:00Z, ACTIVE",
        "A2, 2022-01-01T00:00:00Z, DORMANT",
        "A4, 2024-06-16T12:00:00Z, ACTIVE",
        "L3, 2004-04-02T00:33:20.003Z, DORMANT",
        "L4, 2024-06-19T12:00:00Z, ACTIVE",
        "boundary, 2024-03-21T12:00:00Z, DORMANT",
        "one before, 2024-03-21T11:59:59.999999Z, DORMANT",
        "one after, 2024-03-21T12:00:00.000001Z, ACTIVE"
    })
    void ninety_days_are_elapsed_time(String id, String seen, Answer expected) {
        assertThat(new Judging().source("auth0", DAYS_90, active(seen)).answer())
                .as(id)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: nothing since {1}: {2}")
    @CsvSource({
        "boundary, 2024-03-21T12:00:00Z, DORMANT",
        "one before, 2024-03-21T11:59:59.999999Z, DORMANT",
        "one after, 2024-03-21T12:00:00.000001Z, UNKNOWN"
    })
    void nothing_seen_counts_only_when_the_history_covers_the_window(String id, String since, Answer expected) {
        assertThat(new Judging().source("audit", DAYS_90, noneSince(since)).answer())
                .as(id)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "created {0}: {1}")
    @CsvSource({
        "2024-03-21T12:00:00Z, DORMANT",
        "2024-03-21T11:59:59.999999Z, DORMANT",
        "2024-03-21T12:00:00.000001Z, ACTIVE"
    })
    void an_account_created_within_the_window_is_too_young(String created, Answer expected) {
        assertThat(new Judging()
                        .source("auth0", DAYS_90, new Evidence.Never())
                        .created(created)
                        .answer())
                .isEqualTo(expected);
    }
}
