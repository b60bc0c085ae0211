package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is nobody in Slack's audit logs. */
class SlackLogTest {

    private static String event(String user, String email) {
        return """
                {"id":"e-%1$s","date_create":1717236000,"action":"user_deactivated","actor":{"type":"user","user":{"id":"%1$s","email":"%2$s"}},"entity":{"type":"user"}}
                """.formatted(user, email);
    }

    @Test
    void what_slack_itself_did_is_nobodys_and_a_bot_is_a_machine() {
        Shown shown = Shown.of(event("W1", "user-0001@acme.example")
                + event("USLACKUSER", "donotreply@slack.com")
                + event("USLACKSECURITY", "")
                + event("USLACKBOT", "")
                + event("U2", "botuser-T1-A1@slack-bots.com"));

        assertThat(shown.lines())
                .containsExactly(
                        "1 W1 user-0001@acme.example 2024-06-01T10:00:00Z USE user_deactivated",
                        "5 U2 botuser-T1-A1@slack-bots.com 2024-06-01T10:00:00Z MACHINE user_deactivated");
        assertThat(shown.summary.other()).isEqualTo(3);
    }

    @Test
    void an_anomaly_that_slack_finds_is_no_activity() {
        Shown shown = Shown.of(event("W1", "user-0001@acme.example").replace("user_deactivated", "anomaly"));

        assertThat(shown.lines()).isEmpty();
        assertThat(shown.summary.other()).isEqualTo(1);
    }
}
