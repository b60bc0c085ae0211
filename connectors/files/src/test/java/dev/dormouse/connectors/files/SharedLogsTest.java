package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.LogEntry.Unreadable;
import dev.dormouse.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every log that vendors and other projects gave is read, and what became of each record is printed. */
class SharedLogsTest {

    /** A part of an event that is documented by itself; it has neither an actor nor a time. */
    private static final String NO_LOG = "okta-openapi-examples/LogTargetChangeDetails.json";

    /** File, recognised mapping, activity, other, unreadable. */
    private static final String EXPECTED = """
            elastic/1password/signin_attempts/signin_attempts.jsonl onepassword 2 0 0
            elastic/auth0/logs/test-pull-responses.first1.jsonl auth0 1 0 0
            elastic/github/audit/test-organisation-audit-json.first98.log github-audit 98 0 0
            elastic/gitlab/audit/test-audit.log gitlab 2 0 0
            elastic/google_workspace/login/test-login.log google-reports 8 9 0
            elastic/google_workspace/user_accounts/test-user-accounts.log google-reports 9 0 0
            elastic/google_workspace/users/test-users-suspended-admin.log google-users 1 0 0
            elastic/okta/system/okta-system-3-distinct-events.jsonl okta 3 0 0
            elastic/slack/audit/test-audit.log slack-audit 3 1 0
            okta-openapi-examples/APIDevicesListAllUsersResponse.json okta-users 1 0 0
            okta-openapi-examples/AppUserProvExpandResponse.json okta-users 0 1 0
            okta-openapi-examples/ListLogs.json okta 1 0 0
            okta-openapi-examples/ListRealmAwareUsersResponse.json okta-users 1 0 0
            okta-openapi-examples/ListUsersFilterResponse.json okta-users 0 1 0
            okta-openapi-examples/ListUsersResponse.json okta-users 1 0 0
            okta-openapi-examples/create-user-in-group-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-with-authentication-provider-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-with-imported-hashed-password-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-with-non-default-user-type-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-with-password-and-recovery-question-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-with-password-import-inline-hook-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-with-password-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-with-recovery-question-response.json okta-users 0 1 0
            okta-openapi-examples/create-user-without-credentials-response.json okta-users 0 1 0
            okta-openapi-examples/list-user-example.json okta-users 1 0 0
            panther/asana_rules.Asana.Audit.jsonl asana 10 0 0
            panther/auth0_rules.Auth0.Events.jsonl auth0 31 0 0
            panther/azure_signin_rules.Azure.Audit.jsonl entra 37 0 0
            panther/box_rules.Box.Event.jsonl box 0 3 9
            panther/dropbox_rules.Dropbox.TeamEvent.jsonl dropbox 9 0 3
            panther/duo_rules.Duo.Administrator.jsonl duo-admin 19 0 0
            panther/duo_rules.Duo.Authentication.jsonl duo-auth 0 0 13
            panther/github_rules.GitHub.Audit.jsonl github-audit 55 2 12
            panther/gsuite_activityevent_rules.GSuite.ActivityEvent.jsonl google-reports 52 36 23
            panther/gsuite_reports_rules.GSuite.ActivityEvent.jsonl google-reports 4 0 16
            panther/microsoft_rules.Microsoft365.Audit.AzureActiveDirectory.jsonl microsoft365 0 2 0
            panther/notion_rules.Notion.AuditLogs.jsonl notion 23 0 0
            panther/okta_rules.Okta.SystemLog.jsonl okta 44 3 2
            panther/onelogin_rules.OneLogin.Events.jsonl onelogin 0 1 21
            panther/onepassword_rules.OnePassword.SignInAttempt.jsonl onepassword 2 0 0
            panther/salesforce_rules.Salesforce.Login.jsonl salesforce-login 4 0 0
            panther/slack_rules.Slack.AuditLogs.jsonl slack-audit 27 2 25
            panther/snowflake_rules.Snowflake.LoginHistory.jsonl snowflake 14 0 0
            panther/standard_rules.GSuite.ActivityEvent.jsonl google-reports 2 3 2
            panther/standard_rules.GitHub.Audit.jsonl github-audit 2 0 4
            panther/standard_rules.Okta.SystemLog.jsonl okta 11 2 3
            panther/standard_rules.OneLogin.Events.jsonl onelogin 4 2 1
            panther/standard_rules.OnePassword.SignInAttempt.jsonl onepassword 4 0 0
            panther/zendesk_rules.Zendesk.Audit.jsonl zendesk 10 0 0
            panther/zoom_operation_rules.Zoom.Operation.jsonl zoom 23 0 1
            """;

    @Test
    void every_record_of_every_log_becomes_activity_or_something_else_or_is_told_to_be_unreadable() throws IOException {
        Path logs = Shared.path("inputs/logs");
        List<String> table = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = logs.relativize(file).toString();
                if (!name.equals(NO_LOG)) {
                    Shown shown = Shown.of(file, Map.of());
                    String row =
                            name + " " + shown.mapping + " " + shown.summary.activity() + " " + shown.summary.other()
                                    + " " + shown.summary.unreadable().size();
                    counts.add(row);
                    table.add(row + " " + reasons(shown));
                }
            }
        }
        System.out.println("file mapping activity other unreadable reasons\n" + String.join("\n", table));
        assertThat(counts).containsExactlyElementsOf(EXPECTED.lines().toList());
    }

    @Test
    void a_part_of_an_event_is_refused_with_the_names_of_all_mappings() {
        Path file = Shared.path("inputs/logs").resolve(NO_LOG);

        assertThatThrownBy(() -> Shown.of(file, Map.of()))
                .hasMessageContaining(
                        "its records are of no format that is known; name a mapping (github-audit, okta,");
        assertThat(Shown.of(file, Map.of("mapping", "okta")).unreadable())
                .containsExactly("1:1 the record has neither an account nor anything else of okta");
    }

    private static String reasons(Shown shown) {
        return shown.summary.unreadable().stream()
                .collect(Collectors.groupingBy(Unreadable::reason, TreeMap::new, Collectors.counting()))
                .toString();
    }
}
