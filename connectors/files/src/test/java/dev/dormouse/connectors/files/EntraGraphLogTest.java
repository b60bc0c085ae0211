package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Entra ID as Microsoft Graph tells it: pages of {@code auditLogs/signIns} and of {@code auditLogs/directoryAudits}; see
 * https://learn.microsoft.com/graph/api/resources/signin.
 */
class EntraGraphLogTest {

    private static final String SIGN_INS = """
            {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#auditLogs/signIns",
             "@odata.nextLink": "https://graph.microsoft.com/v1.0/auditLogs/signIns?$skiptoken=x",
             "value": [
            {"id":"s-1","createdDateTime":"2024-06-01T10:00:00.1234567Z","userDisplayName":"A","userPrincipalName":"user-0001@acme.example","userId":"guid-1","appId":"c44b4083","appDisplayName":"Graph Explorer","ipAddress":"192.0.2.1","clientAppUsed":"Browser","correlationId":"c-1","conditionalAccessStatus":"notApplied","isInteractive":true,"resourceId":"r-1","status":{"errorCode":0,"failureReason":null,"additionalDetails":null},"deviceDetail":{"deviceId":"","operatingSystem":"Windows 10"}},
            {"id":"s-2","createdDateTime":"2024-06-01T11:00:00Z","userPrincipalName":"user-0002@acme.example","userId":"guid-2","appId":"c44b4083","isInteractive":true,"status":{"errorCode":50126,"failureReason":"Invalid username or password or Invalid on-premise username or password.","additionalDetails":null}},
            {"id":"s-3","createdDateTime":"2024-06-01T12:00:00Z","userPrincipalName":"user-0003@acme.example","userId":"guid-3","appId":"c44b4083","isInteractive":false,"signInEventTypes":["nonInteractiveUser"],"status":{"errorCode":0}},
            {"id":"s-4","createdDateTime":"2024-06-01T13:00:00Z","userPrincipalName":null,"userId":"","servicePrincipalId":"sp-4","servicePrincipalName":"backup","appId":"c44b4083","signInEventTypes":["servicePrincipal"],"status":{"errorCode":0}},
            {"id":"s-5","createdDateTime":"2024-06-01T14:00:00Z","userPrincipalName":"","userId":"00000000-0000-0000-0000-000000000000","appId":"c44b4083","isInteractive":true,"status":{"errorCode":50053}},
            {"id":"s-6","createdDateTime":"0001-01-01T00:00:00Z","userPrincipalName":"user-0006@acme.example","userId":"guid-6","appId":"c44b4083","isInteractive":true,"status":{"errorCode":0}}
            ]}
            """;

    private static final String AUDITS = """
            {"value": [
            {"id":"Directory_1","category":"UserManagement","correlationId":"c-1","result":"success","resultReason":"","activityDisplayName":"Update user","activityDateTime":"2024-06-01T10:00:00Z","loggedByService":"Core Directory","operationType":"Update","initiatedBy":{"app":null,"user":{"id":"guid-1","displayName":null,"userPrincipalName":"user-0001@acme.example","ipAddress":"192.0.2.1"}},"targetResources":[{"id":"guid-9","displayName":"T","type":"User","userPrincipalName":"user-0009@acme.example"}]},
            {"id":"Directory_2","category":"UserManagement","result":"failure","activityDisplayName":"Add user","activityDateTime":"2024-06-01T11:00:00Z","initiatedBy":{"user":{"id":"guid-2","userPrincipalName":"user-0002@acme.example"},"app":null},"targetResources":[]},
            {"id":"Directory_3","category":"Device","result":"success","activityDisplayName":"Register device","activityDateTime":"2024-06-01T12:00:00Z","initiatedBy":{"user":null,"app":{"appId":null,"displayName":"Device Registration Service","servicePrincipalId":"sp-3"}},"targetResources":[{"id":"guid-9","type":"User","userPrincipalName":"user-0009@acme.example"}]}
            ]}
            """;

    @Test
    void a_sign_in_is_interactive_or_a_machines_and_an_error_code_is_a_failure() {
        Shown shown = Shown.of(SIGN_INS);

        assertThat(shown.mapping).isEqualTo("entra");
        assertThat(shown.lines())
                .containsExactly(
                        "4 guid-1 user-0001@acme.example 2024-06-01T10:00:00.123456700Z LOGIN null",
                        "5 guid-2 user-0002@acme.example 2024-06-01T11:00:00Z LOGIN FAILED null",
                        "6 guid-3 user-0003@acme.example 2024-06-01T12:00:00Z MACHINE nonInteractiveUser",
                        "7 sp-4 null 2024-06-01T13:00:00Z MACHINE servicePrincipal");
    }

    @Test
    void nobodys_identifier_is_nobody_and_the_first_day_of_the_calendar_is_no_instant() {
        Shown shown = Shown.of(SIGN_INS);

        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(shown.unreadable())
                .singleElement()
                .asString()
                .startsWith("9:")
                .contains("never");
    }

    @Test
    void a_change_in_the_directory_is_the_use_of_who_made_it_and_never_of_its_target() {
        Shown shown = Shown.of(AUDITS);

        assertThat(shown.mapping).isEqualTo("entra");
        assertThat(shown.lines())
                .containsExactly(
                        "2 guid-1 user-0001@acme.example 2024-06-01T10:00:00Z USE Update user",
                        "3 guid-2 user-0002@acme.example 2024-06-01T11:00:00Z USE FAILED Add user",
                        "4 sp-3 null 2024-06-01T12:00:00Z MACHINE Register device");
        assertThat(shown.unreadable()).isEmpty();
    }

    @Test
    void the_table_of_service_principals_and_an_audit_of_applications_alone_are_known() {
        Shown table = Shown.of("""
                Date (UTC),Request ID,Service principal ID,Service principal name,Application ID,Status
                2024-06-01T10:00:00Z,r-1,sp-1,sync,a-1,Success
                2024-06-01T10:00:00Z,r-2,sp-2,sync,a-1,Failure
                """);
        Shown audit = Shown.of("""
                {"time":"2024-06-01T10:00:05Z","operationName":"Add user","category":"AuditLogs","properties":{"id":"e-1","result":"success","activityDateTime":"2024-06-01T10:00:00Z","initiatedBy":{"app":{"appId":null,"servicePrincipalId":"sp-1"}}}}
                """);

        assertThat(table.lines())
                .extracting(line -> line.substring(0, line.lastIndexOf(' ')))
                .containsExactly(
                        "2 sp-1 null 2024-06-01T10:00:00Z MACHINE", "3 sp-2 null 2024-06-01T10:00:00Z MACHINE FAILED");
        assertThat(audit.mapping).isEqualTo("entra");
        assertThat(audit.lines()).containsExactly("1 sp-1 null 2024-06-01T10:00:00Z MACHINE Add user");
    }

    @Test
    void the_category_of_the_diagnostic_settings_says_who_signed_in_and_an_old_flag_does_not() {
        Shown shown = Shown.of("""
                {"time":"2024-06-01T10:00:05Z","operationName":"Sign-in activity","category":"SignInLogs","resultType":"0","tenantId":"t","properties":{"id":"s-1","createdDateTime":"2024-06-01T05:00:00.1234567-05:00","userId":"guid-1","userPrincipalName":"user-0001@acme.example","isInteractive":false,"status":{"errorCode":0}}}
                {"time":"2024-06-01T10:00:05Z","operationName":"Sign-in activity","category":"NonInteractiveUserSignInLogs","resultType":"0","tenantId":"t","properties":{"id":"s-2","createdDateTime":"2024-06-01T10:00:00Z","userId":"guid-2","userPrincipalName":"user-0002@acme.example","isInteractive":false,"status":{"errorCode":0}}}
                {"time":"6/1/2024 10:00:05 AM","operationName":"Sign-in activity","category":"ADFSSignInLogs","resultType":"0","tenantId":"t","properties":{"id":"s-3","createdDateTime":"2024-06-01T10:00:00+00:00","userId":"guid-3","userPrincipalName":"user-0003@acme.example","isInteractive":true,"servicePrincipalId":"","status":{"errorCode":0}}}
                {"time":"2024-06-01T10:00:05Z","operationName":"Sign-in activity","category":"MicrosoftServicePrincipalSignInLogs","resultType":"0","tenantId":"t","properties":{"id":"s-4","createdDateTime":"2024-06-01T10:00:00Z","userId":"guid-4","servicePrincipalId":"sp-4","status":{"errorCode":0}}}
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "1 guid-1 user-0001@acme.example 2024-06-01T10:00:00.123456700Z LOGIN Sign-in activity",
                        "2 guid-2 user-0002@acme.example 2024-06-01T10:00:00Z MACHINE Sign-in activity",
                        "3 guid-3 user-0003@acme.example 2024-06-01T10:00:00Z LOGIN Sign-in activity",
                        "4 guid-4 null 2024-06-01T10:00:00Z MACHINE Sign-in activity");
    }

    @Test
    void a_risk_that_was_found_and_a_password_that_anybody_may_say_to_have_forgotten_are_no_activity() {
        Shown shown = Shown.of("""
                {"time":"2024-06-01T10:00:00Z","operationName":"Sign-in activity","category":"SignInLogs","resultType":"0","tenantId":"t","properties":{"id":"s-1","createdDateTime":"2024-06-01T10:00:00Z","userId":"guid-1"}}
                {"time":"2024-06-01T10:00:00Z","operationName":"User Risk Detection","category":"UserRiskEvents","tenantId":"t","properties":{"id":"r-1","riskEventType":"leakedCredentials","activityDateTime":"2024-06-01T09:00:00Z","userId":"guid-2","userPrincipalName":"user-0002@acme.example"}}
                {"time":"2024-06-01T10:00:00Z","operationName":"Risky user","category":"RiskyUsers","tenantId":"t","properties":{"id":"guid-2","userPrincipalName":"user-0002@acme.example","riskLastUpdatedDateTime":"2024-06-01T09:00:00Z"}}
                {"time":"2024-06-01T10:00:00Z","operationName":"Self-service password reset flow activity progress","category":"AuditLogs","tenantId":"t","properties":{"id":"SSPR_1","result":"success","activityDisplayName":"Self-service password reset flow activity progress","activityDateTime":"2024-06-01T10:00:00Z","initiatedBy":{"user":{"id":"guid-3","userPrincipalName":"user-0003@acme.example"}}}}
                """);

        assertThat(shown.lines()).containsExactly("1 guid-1 null 2024-06-01T10:00:00Z LOGIN Sign-in activity");
        assertThat(shown.summary.other()).isEqualTo(3);
    }
}
