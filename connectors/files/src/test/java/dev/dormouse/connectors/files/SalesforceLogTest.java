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
}
