package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keycloak's EventRepresentation and AdminEventRepresentation, as the REST API lists them. */
class KeycloakLogTest {

    private static final String EVENTS = """
            [
            {"id":"k-1","time":1717236000123,"type":"LOGIN","realmId":"acme","clientId":"account","userId":"u-1","sessionId":"x","ipAddress":"192.0.2.1","details":{"auth_method":"openid-connect","auth_type":"code","redirect_uri":"https://acme.example","consent":"no_consent_required","username":"user-0001@acme.example"}},
            {"id":"k-2","time":1717239600000,"type":"LOGIN_ERROR","realmId":"acme","clientId":"account","userId":"u-2","error":"invalid_user_credentials","details":{"username":"user-0002"}},
            {"id":"k-3","time":1717243200000,"type":"CLIENT_LOGIN","realmId":"acme","clientId":"ci","userId":"u-3","details":{"grant_type":"client_credentials","username":"service-account-ci"}},
            {"id":"k-4","time":1717246800000,"type":"REFRESH_TOKEN","realmId":"acme","clientId":"account","userId":"u-1","sessionId":"x","details":{"grant_type":"refresh_token"}},
            {"id":"k-5","time":1717250400000,"type":"UPDATE_PROFILE","realmId":"acme","clientId":"account","userId":"u-5","details":{"username":"user-0005","email":"user-0005@acme.example"}},
            {"id":"k-6","time":1717254000000,"type":"CODE_TO_TOKEN_ERROR","realmId":"acme","clientId":"account","userId":"u-6","error":"invalid_code"},
            {"id":"k-7","time":0,"type":"LOGIN","realmId":"acme","clientId":"account","userId":"u-7","details":{"username":"user-0007"}},
            {"id":"k-8","time":1717257600000,"type":"LOGIN_ERROR","realmId":"acme","clientId":"account","userId":null,"error":"user_not_found"}
            ]
            """;

    private static final String ADMIN_EVENTS = """
            [
            {"id":"a-1","time":1717236000123,"realmId":"acme","authDetails":{"realmId":"master","clientId":"security-admin-console","userId":"u-1","ipAddress":"192.0.2.1"},"operationType":"UPDATE","resourceType":"USER","resourcePath":"users/u-9","representation":"{\\"username\\":\\"user-0009\\",\\"email\\":\\"user-0009@acme.example\\"}"},
            {"id":"a-2","time":1717239600000,"realmId":"acme","authDetails":{"realmId":"master","clientId":"admin-cli","userId":"u-2"},"operationType":"CREATE","resourceType":"GROUP","resourcePath":"groups/g","error":"conflict"}
            ]
            """;

    @Test
    void a_user_comes_in_by_hand_and_a_client_by_its_own_credentials() {
        Shown shown = Shown.of(EVENTS);

        assertThat(shown.mapping).isEqualTo("keycloak");
        assertThat(shown.lines())
                .containsExactly(
                        "2 u-1 user-0001@acme.example 2024-06-01T10:00:00.123Z LOGIN LOGIN",
                        "3 u-2 null 2024-06-01T11:00:00Z LOGIN FAILED LOGIN_ERROR",
                        "4 u-3 null 2024-06-01T12:00:00Z MACHINE CLIENT_LOGIN",
                        "5 u-1 null 2024-06-01T13:00:00Z MACHINE REFRESH_TOKEN",
                        "6 u-5 user-0005@acme.example 2024-06-01T14:00:00Z USE UPDATE_PROFILE",
                        "7 u-6 null 2024-06-01T15:00:00Z USE FAILED CODE_TO_TOKEN_ERROR");
    }

    @Test
    void an_event_of_no_user_is_nobodys_and_one_at_zero_has_no_instant() {
        Shown shown = Shown.of(EVENTS);

        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(shown.unreadable())
                .singleElement()
                .asString()
                .startsWith("8:")
                .contains("never");
    }

    @Test
    void an_event_of_administration_is_the_administrators_and_never_of_whom_it_changes() {
        Shown shown = Shown.of(ADMIN_EVENTS);

        assertThat(shown.mapping).isEqualTo("keycloak");
        assertThat(shown.lines())
                .containsExactly(
                        "2 u-1 null 2024-06-01T10:00:00.123Z USE UPDATE",
                        "3 u-2 null 2024-06-01T11:00:00Z USE FAILED CREATE");
        assertThat(shown.unreadable()).isEmpty();
    }

    @Test
    void what_others_can_bring_about_for_a_user_is_no_activity_of_the_user() {
        Shown shown = Shown.of("""
                {"time":1717236000000,"type":"USER_DISABLED_BY_TEMPORARY_LOCKOUT","realmId":"acme","clientId":"account","userId":"u-1"}
                {"time":1717236000000,"type":"SEND_RESET_PASSWORD","realmId":"acme","clientId":"account","userId":"u-2","details":{"username":"user-0002"}}
                {"time":1717236000000,"type":"IMPERSONATE","realmId":"acme","clientId":"console","userId":"u-3","details":{"impersonator":"user-0009","impersonator_realm":"master"}}
                {"time":1717236000000,"realmId":"acme","authDetails":{"clientId":"sync","userId":null},"operationType":"CREATE","resourceType":"USER"}
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "3 user-0009 null 2024-06-01T10:00:00Z USE IMPERSONATE",
                        "4 sync null 2024-06-01T10:00:00Z MACHINE CREATE");
        assertThat(shown.summary.other()).isEqualTo(2);
    }
}
