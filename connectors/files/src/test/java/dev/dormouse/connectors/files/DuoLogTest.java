package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Duo's activity log, which took the place of the administrator log. */
class DuoLogTest {

    private static String event(String action, String actor, String result) {
        return """
                {"activity_id":"a-1","action":{"name":"%s","details":null},"actor":{%s},"outcome":{"result":"%s"},"target":{"key":"T-9","name":"user-0009","type":"user"},"ts":"2024-06-01T10:00:00.123456+00:00"}
                """.formatted(action, actor, result);
    }

    @Test
    void the_actor_is_who_acted_and_the_address_stands_in_the_details() {
        String user =
                "\"key\":\"D-1\",\"name\":\"user-0001\",\"type\":\"user\",\"details\":\"{\\\"last_login\\\":\\\"2020-01-01T00:00:00+00:00\\\"}\"";
        String admin =
                "\"key\":\"D-2\",\"name\":\"User Two\",\"type\":\"admin\",\"details\":\"{\\\"email\\\":\\\"user-0002@acme.example\\\"}\"";
        Shown shown = Shown.of(event("webauthncredential_create", user, "FAILURE")
                + event("admin_login", admin, "SUCCESS")
                + event("user_update", "\"key\":\"D-3\",\"name\":\"directory sync\",\"type\":\"task\"", "SUCCESS"));

        assertThat(shown.mapping).isEqualTo("duo-activity");
        assertThat(shown.lines())
                .containsExactly(
                        "1 D-1 null 2024-06-01T10:00:00.123456Z USE FAILED webauthncredential_create",
                        "2 D-2 user-0002@acme.example 2024-06-01T10:00:00.123456Z LOGIN admin_login",
                        "3 D-3 null 2024-06-01T10:00:00.123456Z MACHINE user_update");
    }
}
