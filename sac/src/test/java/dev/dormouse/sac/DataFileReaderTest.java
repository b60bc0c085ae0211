package dev.dormouse.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spi.SettingsException;
import dev.dormouse.testkit.Shared;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DataFileReaderTest {

    @Test
    void lists_in_lists_without_end_are_a_fault_like_any_other() {
        assertThatThrownBy(() -> DataFileReader.read("x.json", "[".repeat(2000)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("x.json:1:1: not valid JSON: ");
    }

    @Test
    void every_fault_is_told_with_its_line_and_column() {
        String text = """
                [
                  {"file_team": "A", "file_users_action": 7,
                   "file_users_with_most_recent_login_at_least_days": 30,
                   "file_users_created_more_than_days": "30",
                   "file_action_users_active": 1,
                   "file_users_with_fewer_logins_than": 2.5,
                   "file_users_with_greater_logins_than": -1,
                   "file_email_domain": null,
                   "file_JSON_named_roles": ["X", {"value": 3}],
                   "file_JSON_users_to_exclude": {"value": "A"},
                   "file_team": "B"},
                  7,
                  {"file_users_action": "add"},
                  {"file_source_team": "S", "file_target_team": " ", "file_team": "T"}
                ]
                """;
        assertThatThrownBy(() -> DataFileReader.read("x.json", text))
                .isInstanceOf(SettingsException.class)
                .hasMessage("""
                        x.json:2:43: "file_users_action" must be a text, not 7
                        x.json:3:4: unknown key "file_users_with_most_recent_login_at_least_days"
                        x.json:4:41: "file_users_created_more_than_days" must be a whole number from 0 on, not "30"
                        x.json:5:32: "file_action_users_active" must be true or false, not 1
                        x.json:6:41: "file_users_with_fewer_logins_than" must be a whole number from 0 on, not a number with a fraction or too many digits
                        x.json:7:43: "file_users_with_greater_logins_than" must be a whole number from 0 on, not -1
                        x.json:8:25: "file_email_domain" must be a text, not null
                        x.json:9:30: an element of the list must be {"value": text}
                        x.json:9:35: an element of the list must be {"value": text}
                        x.json:10:34: "file_JSON_users_to_exclude" must be a list of {"value": text}, not an object
                        x.json:11:4: the key "file_team" is here a second time
                        x.json:12:3: a row is an object with keys such as "file_team"
                        x.json:13:3: the row lacks "file_team"
                        x.json:14:49: "file_target_team" must name a team
                        x.json:14:54: unknown key "file_team\"""");
    }

    @Test
    void a_key_that_is_nearly_right_is_told_what_it_should_be() {
        assertThatThrownBy(() -> DataFileReader.read(
                        "x.json", "[{\"file_team\": \"A\", \"file_action_users_without_managers\": true}]"))
                .hasMessage("x.json:1:21: unknown key \"file_action_users_without_managers\"; did you mean"
                        + " 'file_action_users_without_manager'?");
    }

    @Test
    void broken_json_is_told_after_the_faults_before_it() {
        assertThatThrownBy(
                        () -> DataFileReader.read("x.json", "[\n {\"file_teem\": \"A\"},\n {\"file_team\": \"A\",}\n]"))
                .hasMessageContaining("x.json:2:3: unknown key \"file_teem\"; did you mean 'file_team'?")
                .hasMessageContaining("x.json:3:20: not valid JSON: ");
        assertThatThrownBy(() -> DataFileReader.read("x.json", "[]\n ]")).hasMessageContaining("x.json:2:2: ");
        assertThatThrownBy(() -> DataFileReader.read("x.json", "")).hasMessage("x.json:1:1: the file is empty");
        assertThatThrownBy(() -> DataFileReader.read("x.json", "{}"))
                .hasMessage("x.json:1:1: a data file is a list of rows: [ {...}, {...} ]");
        assertThatThrownBy(() -> DataFileReader.read("x.json", "[{\"file_team\": \"A"))
                .hasMessageContaining("x.json:1:");
    }

    @Test
    void every_key_of_the_master_template_is_known() {
        DataFile file = DataFileReader.read(
                Shared.path("inputs/sac-data-files/v0.9/x665/x665 sample - 1- Master_template.json"));
        assertThat(file.rows()).singleElement().isInstanceOfSatisfying(UsersRow.class, row -> {
            assertThat(row.excluded()).containsExactly("SAP_SUPPORTXXXXXXXXX");
            assertThat(row.condition()).isEqualTo("activity.logins(days(30)) == 0 || activity.logins(days(7)) > 0");
        });
        assertThat(Script.USERS.keys()).hasSize(52);
    }

    @Test
    void each_test_has_its_condition() {
        Map<String, String> conditions = Script.USERS.keys().keySet().stream()
                .filter(key -> key.matches("file_actions?_users_.*"))
                .collect(Collectors.toMap(key -> key, DataFileReaderTest::condition));
        assertThat(conditions)
                .containsEntry("file_action_users_match_all_users", "true")
                .containsEntry("file_action_users_created_recently", "account.created > now - days(8)")
                .containsEntry("file_action_users_created_more_than_days_ago", "account.created <= now - days(31)")
                .containsEntry("file_action_users_with_fewer_logins_than", "activity.logins() <= 5")
                .containsEntry("file_action_users_with_greater_logins_than", "activity.logins() > 5")
                .containsEntry("file_action_users_that_are_managers", "account.isManager")
                .containsEntry("file_action_users_with_named_managerids", "false")
                .containsEntry("file_action_users_with_fewer_logins_within_last_days", "")
                .containsEntry("file_action_users_with_email_domain_matching", "account.email.endsWith(\"@sap.com\")");
    }

    private static String condition(String key) {
        DataFile file = DataFileReader.read("x.json", "[{\"file_team\": \"A\", \"" + key + "\": true}]");
        return ((UsersRow) file.rows().getFirst()).condition();
    }
}
