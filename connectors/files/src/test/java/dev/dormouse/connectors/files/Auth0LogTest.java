package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Auth0's tenant logs besides the usual logins. */
class Auth0LogTest {

    private static String event(String type, String user, String date) {
        return """
                {"log_id":"90020%1$s","_id":"90020%1$s","date":%3$s,"type":"%1$s","client_id":"c-1","user_id":"%2$s"}
                """.formatted(type, user, date);
    }

    @Test
    void a_login_from_another_origin_is_a_login_and_an_application_is_a_machine() {
        String at = "\"2024-06-01T10:00:00Z\"";
        Shown shown = Shown.of(event("scoa", "auth0|1", at)
                + event("fcoa", "auth0|2", at)
                + event("sapi", "c-1@clients", at)
                + event("sapi", "auth0|4", at));

        assertThat(shown.lines())
                .containsExactly(
                        "1 auth0|1 null 2024-06-01T10:00:00Z LOGIN scoa",
                        "2 auth0|2 null 2024-06-01T10:00:00Z LOGIN FAILED fcoa",
                        "3 c-1@clients null 2024-06-01T10:00:00Z MACHINE sapi",
                        "4 auth0|4 null 2024-06-01T10:00:00Z USE sapi");
    }

    @Test
    void times_as_a_database_writes_them_out_are_known() {
        Shown shown = Shown.of(event("s", "auth0|1", "{\"$date\":\"2024-06-01T10:00:00Z\"}")
                + event("s", "auth0|2", "{\"$date\":{\"$numberLong\":\"1717236000123\"}}"));

        assertThat(shown.mapping).isEqualTo("auth0");
        assertThat(shown.lines())
                .containsExactly(
                        "1 auth0|1 null 2024-06-01T10:00:00Z LOGIN s",
                        "2 auth0|2 null 2024-06-01T10:00:00.123Z LOGIN s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cls",
                "cs",
                "pla",
                "scpr",
                "svr",
                "gd_send_pn",
                "gd_send_sms",
                "gd_start_auth",
                "du",
                "sdu",
                "organization_member_added"
            })
    void what_others_bring_about_or_do_to_somebody_is_nothing_that_somebody_did(String type) {
        Shown shown = Shown.of(event(type, "auth0|1", "\"2024-06-01T10:00:00Z\""));

        assertThat(shown.mapping).isEqualTo("auth0");
        assertThat(shown.lines()).isEmpty();
        assertThat(shown.summary.other()).isEqualTo(1);
    }

    @Test
    void a_second_factor_that_was_passed_is_a_login_and_a_token_taken_back_is_a_machines() {
        String at = "\"2024-06-01T10:00:00Z\"";
        Shown shown = Shown.of(event("gd_auth_succeed", "auth0|1", at) + event("srrt", "auth0|2", at));

        assertThat(shown.lines())
                .containsExactly(
                        "1 auth0|1 null 2024-06-01T10:00:00Z LOGIN gd_auth_succeed",
                        "2 auth0|2 null 2024-06-01T10:00:00Z MACHINE srrt");
    }
}
