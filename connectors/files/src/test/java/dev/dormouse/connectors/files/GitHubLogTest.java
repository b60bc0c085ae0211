package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GitHub's audit log where the actor is no person at a keyboard. */
class GitHubLogTest {

    private static String event(String action, String actor, String more) {
        return """
                {"@timestamp":1717236000000,"created_at":1717236000000,"action":"%s","actor":"%s","org":"acme"%s}
                """.formatted(action, actor, more);
    }

    @Test
    void tokens_deploy_keys_and_runs_by_the_clock_are_machines() {
        Shown shown = Shown.of(event("api.request", "user-0001", "")
                + event("repo.create", "user-0002", ",\"token_id\":7")
                + event("git.clone", "deploy_key", "")
                + event("workflows.completed_workflow_run", "user-0003", ",\"data\":{\"event\":\"schedule\"}")
                + event("workflows.created_workflow_run", "user-0004", ",\"event\":\"dynamic\"")
                + event("workflows.created_workflow_run", "user-0005", ",\"event\":\"push\""));

        assertThat(shown.lines())
                .containsExactly(
                        "1 user-0001 null 2024-06-01T10:00:00Z MACHINE api.request",
                        "2 user-0002 null 2024-06-01T10:00:00Z MACHINE repo.create",
                        "3 deploy_key null 2024-06-01T10:00:00Z MACHINE git.clone",
                        "4 user-0003 null 2024-06-01T10:00:00Z MACHINE workflows.completed_workflow_run",
                        "5 user-0004 null 2024-06-01T10:00:00Z MACHINE workflows.created_workflow_run",
                        "6 user-0005 null 2024-06-01T10:00:00Z USE workflows.created_workflow_run");
    }

    @Test
    void what_github_itself_found_is_nobodys() {
        Shown shown = Shown.of(event("secret_scanning_alert.create", "github", ""));

        assertThat(shown.lines()).isEmpty();
        assertThat(shown.summary.other()).isEqualTo(1);
    }
}
