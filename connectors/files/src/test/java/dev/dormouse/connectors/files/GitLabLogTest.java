package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GitLab's audit events by tokens, and as the table of its pages. */
class GitLabLogTest {

    @Test
    void a_deploy_token_and_a_deploy_key_are_machines() {
        Shown shown = Shown.of("""
                [{"id":1,"author_id":-2,"entity_id":5,"entity_type":"Project","event_name":"git","created_at":"2024-06-01T10:00:00Z"},
                {"id":2,"author_id":-3,"entity_id":5,"entity_type":"Project","event_name":"git","created_at":"2024-06-01T10:00:00Z"},
                {"id":3,"author_id":3,"entity_id":5,"entity_type":"Project","event_name":"git","created_at":"2024-06-01T10:00:00Z"}]
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "1 -2 null 2024-06-01T10:00:00Z MACHINE git",
                        "2 -3 null 2024-06-01T10:00:00Z MACHINE git",
                        "3 3 null 2024-06-01T10:00:00Z USE git");
    }

    @Test
    void the_table_that_the_page_exports_is_known() {
        Shown shown = Shown.of("""
                ID,Author ID,Author Name,Entity ID,Entity Type,Target Type,Action,IP Address,Created At (UTC)
                1,1,A,5,User,User,Signed in with standard authentication,192.0.2.1,2024-06-01 10:00:00 UTC
                2,-1,user-0002,-1,User,User,Failed to login with STANDARD authentication,192.0.2.1,2024-06-01 10:00:00 UTC
                3,3,C,5,Project,Project,Changed visibility,192.0.2.1,2024-06-01 10:00:00 UTC
                """);

        assertThat(shown.mapping).isEqualTo("gitlab");
        assertThat(shown.lines())
                .containsExactly(
                        "2 1 null 2024-06-01T10:00:00Z LOGIN Signed in with standard authentication",
                        "3 user-0002 null 2024-06-01T10:00:00Z LOGIN FAILED Failed to login with STANDARD authentication",
                        "4 3 null 2024-06-01T10:00:00Z USE Changed visibility");
    }

    @Test
    void a_request_is_of_its_user_and_one_with_a_token_of_a_machine() {
        Shown pages = Shown.of("""
                {"method":"GET","path":"/-/metrics","controller":"MetricsController","action":"index","status":200,"time":"2024-06-01T09:00:00.000Z","correlation_id":"c-0"}
                {"method":"POST","path":"/users/sign_in","controller":"SessionsController","action":"create","status":302,"time":"2024-06-01T10:00:00.123Z","correlation_id":"c-1","meta.caller_id":"SessionsController#create","meta.user":"user-0001","meta.user_id":1,"user_id":1,"username":"user-0001"}
                {"method":"GET","path":"/dashboard","controller":"DashboardController","action":"index","status":200,"time":"2024-06-01T10:00:01.000Z","correlation_id":"c-2","meta.caller_id":"DashboardController#index","user_id":1,"username":"user-0001"}
                """);
        Shown api = Shown.of("""
                {"time":"2024-06-01T10:00:00.000Z","severity":"INFO","status":200,"method":"GET","path":"/api/v4/projects","route":"/api/:version/projects","user_id":1,"username":"user-0001","token_type":"PersonalAccessToken","token_id":2,"correlation_id":"c-3","meta.caller_id":"GET /api/:version/projects"}
                {"time":"2024-06-01T10:00:00.000Z","severity":"INFO","status":200,"method":"GET","path":"/api/v4/projects","route":"/api/:version/projects","user_id":1,"username":"user-0001","correlation_id":"c-4","meta.caller_id":"GET /api/:version/projects"}
                """);

        assertThat(pages.mapping).isEqualTo("gitlab");
        assertThat(pages.lines())
                .containsExactly(
                        "2 1 null 2024-06-01T10:00:00.123Z LOGIN SessionsController#create",
                        "3 1 null 2024-06-01T10:00:01Z USE DashboardController#index");
        assertThat(pages.summary.other()).isEqualTo(1);
        assertThat(api.lines())
                .containsExactly(
                        "1 1 null 2024-06-01T10:00:00Z MACHINE GET /api/:version/projects",
                        "2 1 null 2024-06-01T10:00:00Z USE GET /api/:version/projects");
    }

    @Test
    void what_nobody_signed_in_asked_for_and_what_was_left_for_later_are_nobodys() {
        Shown shown = Shown.of("""
                {"severity":"INFO","time":"2024-06-01T10:00:00.000Z","author_id":-1,"author_name":"An unauthenticated user","entity_id":5,"entity_type":"User","custom_message":"Ask for password reset","created_at":"2024-06-01T10:00:00.000Z"}
                {"severity":"INFO","time":"2024-06-08T10:00:00.000Z","meta.caller_id":"ProjectDestroyWorker","meta.user":"user-0001","meta.user_id":1,"author_id":1,"author_name":"A","entity_id":5,"entity_type":"Project","custom_message":"Project destroyed","created_at":"2024-06-08T10:00:00.000Z"}
                {"severity":"INFO","time":"2024-06-01T10:00:00.000Z","author_id":1,"author_name":"A","entity_id":5,"entity_type":"Project","change":"visibility","created_at":"2024-06-01T10:00:00.000Z"}
                """);

        assertThat(shown.lines()).containsExactly("3 1 null 2024-06-01T10:00:00Z USE visibility");
        assertThat(shown.summary.other()).isEqualTo(2);
    }
}
