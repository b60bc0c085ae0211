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
}
