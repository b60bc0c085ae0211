package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Okta's system log where it is more than sessions that start. */
class OktaLogTest {

    private static String event(int user, String type, String result) {
        return """
                {"actor":{"id":"u-%1$d","type":"User","alternateId":"user-000%1$d@acme.example"},"eventType":"%2$s","outcome":{"result":"%3$s"},"published":"2024-06-01T10:00:00.123Z","uuid":"e-%1$d"}
                """.formatted(user, type, result);
    }

    @Test
    void a_logout_is_no_login_and_a_push_that_nobody_answered_failed() {
        Shown shown = Shown.of(event(1, "user.authentication.sso", "SUCCESS")
                + event(2, "user.authentication.slo", "SUCCESS")
                + event(3, "user.authentication.universal_logout", "SUCCESS")
                + event(4, "user.authentication.auth_via_mfa", "UNANSWERED"));

        assertThat(shown.lines())
                .containsExactly(
                        "1 u-1 user-0001@acme.example 2024-06-01T10:00:00.123Z LOGIN user.authentication.sso",
                        "2 u-2 user-0002@acme.example 2024-06-01T10:00:00.123Z USE user.authentication.slo",
                        "3 u-3 user-0003@acme.example 2024-06-01T10:00:00.123Z USE user.authentication.universal_logout",
                        "4 u-4 user-0004@acme.example 2024-06-01T10:00:00.123Z LOGIN FAILED user.authentication.auth_via_mfa");
    }

    @Test
    void the_table_that_administrators_download_is_known() {
        Shown shown = Shown.of("""
                "timestamp","actor.id","actor.type","actor.alternate_id","event_type","outcome.result","uuid"
                "2024-06-01T10:00:00.123Z","u-1","User","user-0001@acme.example","user.session.start","SUCCESS","e-1"
                "2024-06-01T10:00:00.123Z","u-2","User","user-0002@acme.example","user.session.start","FAILURE","e-2"
                """);

        assertThat(shown.mapping).isEqualTo("okta");
        assertThat(shown.lines())
                .containsExactly(
                        "2 u-1 user-0001@acme.example 2024-06-01T10:00:00.123Z LOGIN user.session.start",
                        "3 u-2 user-0002@acme.example 2024-06-01T10:00:00.123Z LOGIN FAILED user.session.start");
    }

    @Test
    void the_time_of_a_collector_does_not_stand_in_for_one_that_cannot_be_read() {
        String broken = event(1, "user.session.start", "SUCCESS")
                .replace("\"2024-06-01T10:00:00.123Z\"", "\"soon\",\"timestamp\":1717236000");

        assertThat(Shown.of(broken).unreadable()).singleElement().asString().contains("published");
    }

    @Test
    void a_message_that_was_sent_to_somebody_is_nothing_that_somebody_did() {
        Shown shown = Shown.of(event(1, "system.push.send_factor_verify_push", "SUCCESS")
                + event(2, "system.sms.send_factor_verify_message", "SUCCESS")
                + event(3, "system.email.password_reset.sent_message", "SUCCESS")
                + event(4, "system.email.challenge_factor_redeemed", "SUCCESS"));

        assertThat(shown.lines())
                .containsExactly(
                        "4 u-4 user-0004@acme.example 2024-06-01T10:00:00.123Z USE system.email.challenge_factor_redeemed");
        assertThat(shown.summary.other()).isEqualTo(3);
    }

    @Test
    void a_job_in_somebodys_name_is_a_machines_and_a_session_is_not() {
        String job = "{\"transaction\":{\"type\":\"JOB\"},";
        Shown shown = Shown.of(event(1, "application.integration.rate_limit_exceeded", "SUCCESS")
                        .replaceFirst("\\{", job)
                + event(2, "user.session.start", "SUCCESS").replaceFirst("\\{", job));

        assertThat(shown.lines())
                .containsExactly(
                        "1 u-1 user-0001@acme.example 2024-06-01T10:00:00.123Z MACHINE application.integration.rate_limit_exceeded",
                        "2 u-2 user-0002@acme.example 2024-06-01T10:00:00.123Z LOGIN user.session.start");
    }
}
