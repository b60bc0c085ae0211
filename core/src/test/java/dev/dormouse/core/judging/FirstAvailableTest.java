package dev.dormouse.core.judging;

import static dev.dormouse.core.judging.Judging.DAYS_90;
import static dev.dormouse.core.judging.Judging.active;
import static dev.dormouse.core.judging.Judging.noneSince;
import static dev.dormouse.core.judging.Judging.says;
import static dev.dormouse.core.judging.Judging.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Evidence.Opinion;
import dev.dormouse.core.workflow.Selection.Combine;
import org.junit.jupiter.api.Test;

class FirstAvailableTest {

    private static final String RECENT = "2024-06-01T09:00:00Z";
    private static final String OLD = "2023-09-10T09:00:00Z";

    @Test
    void first_available_takes_the_newer_of_the_first_login_and_the_first_use() {
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, active(OLD))
                        .login("backup", DAYS_90, active(RECENT))
                        .source("audit", DAYS_90, noneSince(OLD))
                        .answer())
                .isEqualTo(Answer.DORMANT);
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, active(OLD))
                        .source("audit", DAYS_90, active(RECENT))
                        .answer())
                .isEqualTo(Answer.ACTIVE);
    }

    @Test
    void first_available_is_unknown_when_a_source_before_the_first_value_failed_unless_activity_was_seen() {
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, unknown(null))
                        .login("backup", DAYS_90, active(OLD))
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, unknown(null))
                        .login("backup", DAYS_90, active(RECENT))
                        .answer())
                .isEqualTo(Answer.ACTIVE);
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, unknown(RECENT))
                        .login("backup", DAYS_90, active(OLD))
                        .answer())
                .isEqualTo(Answer.ACTIVE);
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, active(OLD))
                        .login("backup", DAYS_90, unknown(null))
                        .answer())
                .isEqualTo(Answer.DORMANT);
    }

    @Test
    void first_available_without_any_value_asks_that_all_agree() {
        assertThat(firstAvailable()
                        .source("audit", DAYS_90, noneSince(OLD))
                        .login("sso", DAYS_90, noneSince(RECENT))
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void first_available_never_passes_over_a_list_of_candidates() {
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, active(OLD))
                        .source("report", null, unknown(null))
                        .answer())
                .isEqualTo(Answer.UNKNOWN);
        assertThat(firstAvailable()
                        .login("sso", DAYS_90, active(OLD))
                        .source("report", null, says(Opinion.ACTIVE))
                        .answer())
                .isEqualTo(Answer.ACTIVE);
    }

    private static Judging firstAvailable() {
        return new Judging().combine(Combine.FIRST_AVAILABLE);
    }
}
