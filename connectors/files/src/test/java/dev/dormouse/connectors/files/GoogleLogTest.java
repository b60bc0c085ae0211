package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Activities of Google Workspace that look like somebody's and are not. */
class GoogleLogTest {

    private static String activity(String actor, String application, String events) {
        return """
                {"id":{"time":"2024-06-01T10:00:00Z","uniqueQualifier":"1","applicationName":"%s"},"actor":{%s},"events":%s}
                """.formatted(application, actor, events);
    }

    @Test
    void a_challenge_that_was_not_passed_and_access_that_was_denied_failed() {
        String actor = "\"email\":\"user-0001@acme.example\"";
        String status = "\"parameters\":[{\"name\":\"login_challenge_status\",\"value\":\"Challenge %s.\"}]";
        String challenge = "[{\"name\":\"login_challenge\"," + status + "}]";
        Shown shown = Shown.of(activity(actor, "login", challenge.formatted("Passed"))
                + activity(actor, "login", challenge.formatted("Failed"))
                + activity(
                        actor,
                        "login",
                        "{\"name\":\"login_verification\",\"parameters\":{\"login_challenge_status\":\"Challenge Failed.\"}}")
                + activity(actor, "context_aware_access", "[{\"name\":\"ACCESS_DENY_EVENT\"}]"));

        assertThat(shown.lines())
                .allMatch(line -> line.contains(" user-0001@acme.example 2024-06-01T10:00:00Z "))
                .extracting(line -> line.substring(line.indexOf("Z ") + 2))
                .containsExactly(
                        "LOGIN login_challenge",
                        "LOGIN FAILED login_challenge",
                        "LOGIN FAILED login_verification",
                        "USE FAILED ACCESS_DENY_EVENT");
    }

    @Test
    void the_number_that_stands_for_strangers_is_nobody() {
        Shown shown = Shown.of(activity("\"profileId\":\"105250506097979753968\"", "drive", "[{\"name\":\"view\"}]")
                + activity("\"profileId\":\"7\"", "drive", "[{\"name\":\"view\"}]"));

        assertThat(shown.lines()).containsExactly("2 7 null 2024-06-01T10:00:00Z USE view");
        assertThat(shown.summary.other()).isEqualTo(1);
    }
}
