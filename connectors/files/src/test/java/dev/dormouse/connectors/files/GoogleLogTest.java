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

    @Test
    void a_challenge_that_was_answered_wrongly_or_of_which_nothing_is_known_failed() {
        String actor = "\"email\":\"user-0001@acme.example\"";
        String challenge =
                "{\"name\":\"login_challenge\",\"parameters\":[{\"name\":\"login_challenge_status\",\"value\":\"%s\"}]}";
        String wrong = challenge.formatted("incorrect_answer_entered");
        Shown shown = Shown.of(activity(actor, "login", wrong)
                + activity(actor, "login", "[{\"name\":\"login_challenge\"}]")
                + activity(actor, "login", "[" + wrong + "," + challenge.formatted("passed") + "]")
                + activity(actor, "login", "[" + wrong + ",{\"name\":\"login_success\"}]")
                + activity(actor, "chrome", "{\"name\":\"CHROME_OS_LOGIN_FAILURE_EVENT\"}"));

        assertThat(shown.lines())
                .extracting(line -> line.substring(line.indexOf("Z ") + 2))
                .containsExactly(
                        "LOGIN FAILED login_challenge",
                        "LOGIN FAILED login_challenge",
                        "LOGIN FAILED login_challenge",
                        "LOGIN login_challenge,login_success",
                        "LOGIN FAILED CHROME_OS_LOGIN_FAILURE_EVENT");
    }

    @Test
    void what_google_its_rules_or_a_telephone_did_is_nobodys_use() {
        String actor = "\"email\":\"user-0001@acme.example\"";
        Shown shown = Shown.of(activity(actor, "access_transparency", "{\"name\":\"ACCESS\"}")
                + activity(actor, "rules", "{\"name\":\"rule_match\"}")
                + activity(actor, "calendar", "{\"name\":\"notification_triggered\"}")
                + activity(actor, "admin", "{\"name\":\"CUSTOMER_TAKEOUT_SUCCEEDED\"}")
                + activity(actor, "calendar", "[{\"name\":\"create_event\"},{\"name\":\"notification_triggered\"}]")
                + activity(actor, "mobile", "{\"name\":\"DEVICE_SYNC_EVENT\"}"));

        assertThat(shown.lines())
                .extracting(line -> line.substring(line.indexOf("Z ") + 2))
                .containsExactly("USE create_event,notification_triggered", "MACHINE DEVICE_SYNC_EVENT");
        assertThat(shown.summary.other()).isEqualTo(4);
    }

    @Test
    void a_program_that_acts_as_if_it_were_somebody_is_a_machine() {
        String actor = "\"email\":\"user-0001@acme.example\"";
        String info = ",\"applicationInfo\":{\"applicationName\":\"backup\",\"impersonation\":%s}";
        String view = "[{\"name\":\"view\"}]";
        Shown shown = Shown.of(activity(actor + info.formatted("true"), "drive", view)
                + activity(actor + info.formatted("false"), "drive", view)
                + activity(actor, "drive", view).replaceFirst("\\{", "{\"isAgenticAction\":true,")
                + activity(actor, "drive", view).replaceFirst("\\{", "{\"isAgenticAction\":false,"));

        assertThat(shown.lines())
                .extracting(line -> line.substring(line.indexOf("Z ") + 2))
                .containsExactly("MACHINE view", "USE view", "MACHINE view", "USE view");
    }

    @Test
    void mail_that_came_in_is_no_activity_and_mail_that_was_opened_is() {
        String delivered =
                "{\"name\":\"delivery\",\"parameters\":[{\"name\":\"event_info\",\"messageValue\":{\"parameter\":["
                        + "{\"name\":\"mail_event_type\",\"intValue\":\"%s\"}]}}]}";
        String actor = "\"email\":\"user-0001@acme.example\"";
        Shown shown = Shown.of(
                activity(actor, "gmail", delivered.formatted("2"))
                        + activity(actor, "gmail", delivered.formatted("7"))
                        + mail("\"mail_event_type\":2")
                        + mail("\"elapsed_time_usec\":5")
                        + mail("\"mail_event_type\":7")
                        + mail("\"mail_event_type\":33")
                        + mail(
                                "\"mail_event_type\":7,\"client_context\":{\"session_context\":{\"delegate_user_email\":\"user-0002@acme.example\"}}"));

        assertThat(shown.lines())
                .containsExactly(
                        "5 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z USE delivery",
                        "6 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z MACHINE delivery",
                        "7 user-0002@acme.example user-0002@acme.example 2024-06-01T10:00:00Z USE delivery");
        assertThat(shown.summary.other()).isEqualTo(4);
    }

    /** One event, and its parameters by their names. */
    private static String mail(String info) {
        return """
                {"id":{"time":"2024-06-01T10:00:00Z","uniqueQualifier":"1","applicationName":"gmail"},"actor":{"email":"user-0001@acme.example"},"name":"delivery","type":"delivery_type","parameters":{"event_info":{%s}}}
                """.formatted(info);
    }

    @Test
    void the_export_to_bigquery_tells_the_same() {
        Shown shown = Shown.of(row("login", "login_success", "\"login\":{\"login_type\":\"google_password\"}")
                + row("login", "login_failure", "\"login\":{\"login_failure_type\":\"login_failure_invalid_password\"}")
                + row("login", "login_verification", "\"login\":{\"login_challenge_status\":\"passed\"}")
                + row("login", "login_challenge", "\"login\":{\"login_challenge_status\":\"Challenge Failed.\"}")
                + row("login", "suspicious_login", "\"login\":{\"affected_email_address\":\"user-0001@acme.example\"}")
                + row("drive", "view", "\"drive\":{\"owner\":\"user-0002@acme.example\"}")
                + row("token", "activity", "\"token\":{\"app_name\":\"sync\"}")
                + row("gmail", "delivery", "\"event_info\":{\"mail_event_type\":\"2\"}")
                + row("gmail", "delivery", "\"event_info\":{\"mail_event_type\":\"31\"}")
                + row("drive", "view", "\"drive\":{}").replace("\"user-0001@acme.example\"", "null"));

        assertThat(shown.mapping).isEqualTo("google-reports");
        assertThat(shown.lines())
                .allMatch(line -> line.contains(" user-0001@acme.example 2024-06-01T10:00:00.000123Z "))
                .extracting(line -> line.substring(line.indexOf("Z ") + 2))
                .containsExactly(
                        "LOGIN login_success",
                        "LOGIN FAILED login_failure",
                        "LOGIN login_verification",
                        "LOGIN FAILED login_challenge",
                        "USE view",
                        "MACHINE activity",
                        "USE delivery");
        assertThat(shown.summary.other()).isEqualTo(3);
    }

    private static String row(String type, String event, String more) {
        return """
                {"time_usec":"1717236000000123","email":"user-0001@acme.example","event_type":"x","event_name":"%s","record_type":"%s","unique_identifier":"7",%s}
                """.formatted(event, type, more);
    }
}
