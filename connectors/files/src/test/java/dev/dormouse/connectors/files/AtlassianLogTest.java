package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The events of an organisation, and the audit records of Jira and of Confluence, as their APIs tell them. */
class AtlassianLogTest {

    private static final String ORGANISATION = """
            {"data": [
            {"id":"e-1","type":"events","attributes":{"time":"2024-06-01T10:00:00.123Z","action":"user_logged_in","actor":{"id":"712020:1","name":"A","email":"user-0001@acme.example","links":{"self":null}},"context":[{"id":"712020:9","type":"users","attributes":{"email":"user-0009@acme.example"}}],"container":[],"location":{"ip":"192.0.2.1","geo":"Bern, Switzerland"}}},
            {"id":"e-2","type":"events","attributes":{"time":"2024-06-01T11:00:00Z","action":"user_login_failed","actor":{"id":"712020:2","email":"user-0002@acme.example"},"context":[]}},
            {"id":"e-3","type":"events","attributes":{"time":"2024-06-01T12:00:00Z","action":"user_added_to_group","actor":{"id":"712020:3","email":"user-0003@acme.example","auth":{"authType":"api-token","tokenId":"t-1","tokenLabel":"ci"}},"context":[]}},
            {"id":"e-4","type":"events","attributes":{"time":"2024-06-01T13:00:00Z","action":"page_viewed","actor":{"id":"712020:4","email":"user-0004@acme.example"},"context":[]}},
            {"id":"e-5","type":"events","attributes":{"time":"2024-06-01T14:00:00Z","action":"user_deactivated","actor":{"id":"sys","type":"system"},"context":[]}},
            {"id":"e-6","type":"events","attributes":{"time":"1970-01-01T00:00:00Z","action":"page_viewed","actor":{"id":"712020:6","email":"user-0006@acme.example"},"context":[]}}
            ],"meta":{"next":null,"page_size":6},"links":{"self":"https://api.atlassian.com/admin/v1/orgs/o/events"}}
            """;

    private static final String JIRA = """
            {"offset":0,"limit":1000,"total":3,"records":[
            {"id":1,"summary":"User added to group","remoteAddress":"192.0.2.1","authorKey":"user-1","authorAccountId":"712020:1","created":"2024-06-01T10:00:00.000+0200","category":"group management","eventSource":"Jira Connect Plugin","description":"","objectItem":{"id":"user-9","name":"user-0009","typeName":"USER"},"associatedItems":[{"id":"user-8","name":"user-0008","typeName":"USER"}]},
            {"id":2,"summary":"User login failed","authorAccountId":"712020:2","created":"2024-06-01T11:00:00.000+0000","category":"login","eventSource":""},
            {"id":3,"summary":"Workflow created","created":"2024-06-01T12:00:00.000+0000","category":"workflows","eventSource":""}
            ]}
            """;

    private static final String CONFLUENCE = """
            {"results":[
            {"author":{"type":"user","displayName":"A","accountId":"712020:1","publicName":"a","username":null},"remoteAddress":"192.0.2.1","creationDate":1717236000123,"summary":"Space permission changed","description":"","category":"Permissions","sysAdmin":false,"superAdmin":false,"affectedObject":{"name":"user-0009","objectType":"User"},"changedValues":[],"associatedObjects":[]},
            {"author":{"type":"user","accountId":"712020:2"},"creationDate":0,"summary":"Space created","category":"Spaces"}
            ],"start":0,"limit":1000,"size":2}
            """;

    @Test
    void an_event_of_the_organisation_is_its_actors_by_hand_or_by_token() {
        Shown shown = Shown.of(ORGANISATION);

        assertThat(shown.mapping).isEqualTo("atlassian");
        assertThat(shown.lines())
                .containsExactly(
                        "2 712020:1 user-0001@acme.example 2024-06-01T10:00:00.123Z LOGIN user_logged_in",
                        "3 712020:2 user-0002@acme.example 2024-06-01T11:00:00Z LOGIN FAILED user_login_failed",
                        "4 712020:3 user-0003@acme.example 2024-06-01T12:00:00Z MACHINE user_added_to_group",
                        "5 712020:4 user-0004@acme.example 2024-06-01T13:00:00Z USE page_viewed");
        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(shown.unreadable())
                .singleElement()
                .asString()
                .startsWith("7:")
                .contains("never");
    }

    @Test
    void a_record_of_jira_is_its_authors_and_one_without_an_author_is_nobodys() {
        Shown shown = Shown.of(JIRA);

        assertThat(shown.mapping).isEqualTo("atlassian");
        assertThat(shown.lines())
                .containsExactly(
                        "2 712020:1 null 2024-06-01T08:00:00Z USE User added to group",
                        "3 712020:2 null 2024-06-01T11:00:00Z LOGIN FAILED User login failed");
        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(shown.unreadable()).isEmpty();
    }

    @Test
    void a_record_of_confluence_has_its_time_in_milliseconds_and_zero_is_no_instant() {
        Shown shown = Shown.of(CONFLUENCE);

        assertThat(shown.mapping).isEqualTo("atlassian");
        assertThat(shown.lines())
                .containsExactly("2 712020:1 null 2024-06-01T10:00:00.123Z USE Space permission changed");
        assertThat(shown.unreadable())
                .singleElement()
                .asString()
                .startsWith("3:")
                .contains("never");
    }

    @Test
    void the_audit_log_of_data_center_is_known_as_a_file_and_from_the_api() {
        String file = """
                {"auditType":{"action":"User logged in","area":"SECURITY"},"author":{"id":"10000","name":"user-0001","type":"user"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                {"auditType":{"action":"User login failed","area":"SECURITY"},"author":{"id":"-2","name":"Anonymous","type":"user"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                """;
        String api = """
                {"pagingInfo":{"lastPage":true},"entities":[{"author":{"id":"10000","name":"user-0001","type":"user"},"timestamp":"2024-06-01T10:00:00Z","type":{"action":"User logged in","area":"SECURITY"}}]}
                """;

        assertThat(Shown.of(file).lines()).containsExactly("1 10000 null 2024-06-01T10:00:00Z LOGIN User logged in");
        assertThat(Shown.of(file).summary.other()).isEqualTo(1);
        assertThat(Shown.of(api).lines()).containsExactly("1 10000 null 2024-06-01T10:00:00Z LOGIN User logged in");
    }

    @Test
    void data_center_says_in_any_language_that_a_login_failed() {
        Shown shown = Shown.of("""
                {"auditType":{"action":"Benutzer angemeldet","actionI18nKey":"bitbucket.service.user.audit.action.authenticationsuccess","area":"SECURITY"},"author":{"id":"1","name":"user-0001","type":"NORMAL"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                {"auditType":{"action":"Anmeldung fehlgeschlagen","actionI18nKey":"bitbucket.service.user.audit.action.authenticationfailure","area":"SECURITY"},"author":{"id":"2","name":"user-0002","type":"NORMAL"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                {"auditType":{"action":"Anmeldung fehlgeschlagen","actionI18nKey":"jira.auditing.user.login.failed","area":"SECURITY"},"author":{"id":"3","name":"user-0003","type":"user"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                {"auditType":{"action":"Push","actionI18nKey":"bitbucket.push","area":"END_USER_ACTIVITY"},"author":{"id":"4","name":"access-token-user/1/2","type":"SERVICE"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "1 1 null 2024-06-01T10:00:00Z LOGIN Benutzer angemeldet",
                        "2 2 null 2024-06-01T10:00:00Z LOGIN FAILED Anmeldung fehlgeschlagen",
                        "3 3 null 2024-06-01T10:00:00Z LOGIN FAILED Anmeldung fehlgeschlagen",
                        "4 4 null 2024-06-01T10:00:00Z MACHINE Push");
    }

    @Test
    void who_logs_in_to_confluence_is_what_the_login_is_about_where_it_has_no_author() {
        Shown shown = Shown.of("""
                {"affectedObjects":[{"id":"c-1","name":"user-0001","type":"User"}],"auditType":{"action":"User login successful","actionI18nKey":"audit.logging.summary.login.success"},"author":{"id":"-2","name":"Anonymous","type":"user"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                {"affectedObjects":[{"id":"c-2","name":"user-0002","type":"User"}],"auditType":{"action":"User login failed","actionI18nKey":"audit.logging.summary.login.failed"},"author":{"id":"-2","name":"Anonymous","type":"user"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                {"affectedObjects":[{"id":"c-3","name":"user-0003","type":"User"}],"auditType":{"action":"User created","actionI18nKey":"audit.logging.summary.user.created"},"author":{"id":"-2","name":"Anonymous","type":"user"},"timestamp":{"epochSecond":1717236000,"nano":0}}
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "1 c-1 null 2024-06-01T10:00:00Z LOGIN User login successful",
                        "2 c-2 null 2024-06-01T10:00:00Z LOGIN FAILED User login failed");
        assertThat(shown.summary.other()).isEqualTo(1);
    }
}
