package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The types of logins that Salesforce numbers. */
class SalesforceLogTest {

    @Test
    void single_sign_on_and_a_portal_are_logins_and_an_application_is_a_machine() {
        Shown shown = Shown.of("""
                EVENT_TYPE,TIMESTAMP,USER_ID,USER_NAME,LOGIN_STATUS,LOGIN_TYPE,LOGIN_KEY
                Login,20240601100000.123,u-1,user-0001@acme.example,LOGIN_NO_ERROR,8,k
                Login,20240601100000.123,u-2,user-0002@acme.example,LOGIN_NO_ERROR,3,k
                Login,20240601100000.123,u-3,user-0003@acme.example,LOGIN_NO_ERROR,6,k
                Login,20240601100000.123,u-4,user-0004@acme.example,LOGIN_NO_ERROR,i,k
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "2 u-1 user-0001@acme.example 2024-06-01T10:00:00.123Z LOGIN Login",
                        "3 u-2 user-0002@acme.example 2024-06-01T10:00:00.123Z LOGIN Login",
                        "4 u-3 user-0003@acme.example 2024-06-01T10:00:00.123Z MACHINE Login",
                        "5 u-4 user-0004@acme.example 2024-06-01T10:00:00.123Z MACHINE Login");
    }

    @Test
    void who_logs_in_as_another_is_active_and_the_other_is_not() {
        Shown shown = Shown.of("""
                {"EVENT_TYPE":"LoginAs","TIMESTAMP":"20240601100000.123","TIMESTAMP_DERIVED":"2024-06-01T10:00:00.123Z","USER_ID":"u-2","USER_ID_DERIVED":"u-2AAA","DELEGATED_USER_ID":"u-1","DELEGATED_USER_ID_DERIVED":"u-1AAA","DELEGATED_USER_NAME":"user-0001@acme.example","LOGIN_KEY":"k","REQUEST_ID":"r-1"}
                """);

        assertThat(shown.mapping).isEqualTo("salesforce-login");
        assertThat(shown.lines())
                .containsExactly("1 u-1AAA user-0001@acme.example 2024-06-01T10:00:00.123Z USE LoginAs");
    }

    @Test
    void logging_out_is_no_login_and_a_session_that_ran_out_is_nobodys() {
        Shown file = Shown.of("""
                EVENT_TYPE,TIMESTAMP_DERIVED,USER_ID_DERIVED,USER_INITIATED_LOGOUT,LOGIN_KEY
                Logout,2024-06-01T10:00:00.123Z,u-1AAA,1,k
                Logout,2024-06-01T10:00:00.123Z,u-2AAA,0,k
                """);
        Shown event = Shown.of("""
                {"EventDate":"2024-06-01T10:00:00Z","EventIdentifier":"e-1","Username":"user-0001@acme.example","UserId":"u-1AAA","LoginKey":"k","SessionLevel":"STANDARD"}
                {"EventDate":"2024-06-01T10:00:00Z","EventIdentifier":"e-2","Username":"user-0001@acme.example","UserId":"u-1AAA","LoginKey":"k","LoginType":"Application","ApiType":"N/A","Status":"Success"}
                """);

        assertThat(file.lines()).containsExactly("2 u-1AAA null 2024-06-01T10:00:00.123Z USE Logout");
        assertThat(file.summary.other()).isEqualTo(1);
        assertThat(event.lines())
                .containsExactly(
                        "1 u-1AAA user-0001@acme.example 2024-06-01T10:00:00Z USE null",
                        "2 u-1AAA user-0001@acme.example 2024-06-01T10:00:00Z LOGIN Application");
    }
}
