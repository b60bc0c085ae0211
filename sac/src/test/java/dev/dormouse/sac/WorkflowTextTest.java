package dev.dormouse.sac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.YamlParser;
import org.junit.jupiter.api.Test;

class WorkflowTextTest {

    @Test
    void a_row_becomes_a_workflow_with_its_condition_its_exemptions_and_its_set() {
        String text = WorkflowText.of(DataFileReader.read("dormant.json", """
                [{"file_team": "Dormant B", "file_team_displayname": "No private content", "file_users_action": "invert",
                  "file_JSON_users_to_exclude": [{"value": "SAP_SUPPORTXXXXXXXXX"}],
                  "file_multiple_action_users_operator_is_AND": true,
                  "file_action_users_that_are_managers": true,
                  "file_action_users_with_no_teams": true,
                  "file_JSON_teamnames_starts_with_to_exclude": [{"value": "AdminToolKit_"}],
                  "file_action_users_with_private_folder_content": true,
                  "file_action_users_with_most_recent_login_within_last_days": true}]
                """));
        assertThat(text).isEqualTo("""
                        ---
                        # dormant.json, line 1: No private content
                        # mind: "file_action_users_that_are_managers" is added to the other tests with OR, in spite of "file_multiple_action_users_operator_is_AND"
                        workflow: Dormant-B
                        applications: [sac/exports]
                        select:
                          sources: [activity-log, content]
                          when: '(!grants.any("team:") && activity.logins(days(30)) > 0 && content.private > 0) || account.isManager'
                          ignoring:
                            - 'team:AdminToolKit_*'
                        exempt:
                          accounts:
                            - 'SAP_SUPPORTXXXXXXXXX'
                        output: {set: 'sac/exports:team:Dormant B', action: invert}
                        """);
    }

    @Test
    void every_document_is_yaml_and_every_name_is_there_once() {
        String text = WorkflowText.of(DataFileReader.read("odd.json", """
                [{"file_team": "it's #1: \\"a\\" \\n b", "file_users_action": "add", "file_action_users_active": true,
                  "file_action_users_with_named_managerids": true, "file_JSON_named_managerids": [{"value": "O'N\\\\\\"X"}]},
                 {"file_team": "it's #1: \\"a\\" \\n b", "file_users_action": "add", "file_action_users_active": true},
                 {"file_team": "T", "file_users_action": "swap", "file_action_users_active": true},
                 {"file_team": "T", "file_users_action": "add"},
                 {"file_source_team": "S", "file_target_team": "T", "file_users_action": "remove"}]
                """));
        Faults faults = new Faults();
        assertThat(YamlParser.parse("odd.yaml", text, faults)).hasSizeGreaterThanOrEqualTo(3);
        faults.throwIfAny();
        assertThat(text)
                .contains("workflow: it-s-1-a-b\n", "workflow: it-s-1-a-b-2\n")
                .contains("# not converted: there is no action \"swap\"", "# not converted: no test is switched on")
                .contains("when: 'grants.has(\"team:S\")'\n", "action: remove}");
    }
}
