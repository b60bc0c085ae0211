package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Box's enterprise events with their times; see https://developer.box.com/reference/resources/event. */
class BoxLogTest {

    private static final String EVENTS = """
            {"chunk_size":7,"next_stream_position":"1152922976252290886","entries":[
            {"type":"event","event_id":"b-1","created_at":"2024-06-01T02:00:00-08:00","recorded_at":"2024-06-01T02:00:09-08:00","created_by":{"type":"user","id":"1001","name":"A","login":"user-0001@acme.example"},"event_type":"LOGIN","session_id":null,"source":{"type":"user","id":"1009","name":"T","login":"user-0009@acme.example"},"additional_details":null,"ip_address":"192.0.2.1"},
            {"type":"event","event_id":"b-2","created_at":"2024-06-01T11:00:00Z","created_by":{"type":"user","id":"1002","login":"user-0002@acme.example"},"event_type":"FAILED_LOGIN","source":null},
            {"type":"event","event_id":"b-3","created_at":"2024-06-01T12:00:00Z","created_by":{"type":"user","id":"1003","login":"user-0003@acme.example"},"event_type":"DOWNLOAD","source":{"item_type":"file","item_id":"5","item_name":"a.txt","owned_by":{"type":"user","id":"1009","login":"user-0009@acme.example"}},"additional_details":{"size":5,"service_name":"Box Sync"}},
            {"type":"event","event_id":"b-4","created_at":"2024-06-01T13:00:00Z","created_by":{"type":"user","id":"1004","name":"ci","login":"AutomationUser_1_abc@boxdevedition.com"},"event_type":"UPLOAD","source":{"item_type":"file","item_id":"6"}},
            {"type":"event","event_id":"b-5","created_at":"2024-06-01T14:00:00Z","created_by":{"type":"user","id":"2","name":"Unknown User","login":""},"event_type":"PREVIEW","source":{"item_type":"file","item_id":"7"}},
            {"type":"event","event_id":"b-6","created_at":"1970-01-01T00:00:00Z","created_by":{"type":"user","id":"1006","login":"user-0006@acme.example"},"event_type":"LOGIN"},
            {"type":"event","event_id":"b-7","created_at":null,"recorded_at":"2024-06-01T15:00:00Z","created_by":{"type":"user","id":"1007","login":"user-0007@acme.example"},"event_type":"ADMIN_LOGIN"}
            ]}
            """;

    @Test
    void an_event_is_of_who_made_it_and_not_of_who_owns_what_it_is_about() {
        Shown shown = Shown.of(EVENTS);

        assertThat(shown.mapping).isEqualTo("box");
        assertThat(shown.lines())
                .containsExactly(
                        "2 1001 user-0001@acme.example 2024-06-01T10:00:00Z LOGIN LOGIN",
                        "3 1002 user-0002@acme.example 2024-06-01T11:00:00Z LOGIN FAILED FAILED_LOGIN",
                        "4 1003 user-0003@acme.example 2024-06-01T12:00:00Z USE DOWNLOAD",
                        "5 1004 AutomationUser_1_abc@boxdevedition.com 2024-06-01T13:00:00Z MACHINE UPLOAD",
                        "8 1007 user-0007@acme.example 2024-06-01T15:00:00Z LOGIN ADMIN_LOGIN");
    }

    @Test
    void somebody_without_an_account_is_nobody_and_the_first_of_1970_is_no_instant() {
        Shown shown = Shown.of(EVENTS);

        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(shown.unreadable())
                .singleElement()
                .asString()
                .startsWith("7:")
                .contains("never");
    }

    @Test
    void a_token_is_a_machines_what_ends_by_itself_is_nobodys_and_a_device_that_is_not_trusted_fails() {
        Shown shown = Shown.of("""
                {"type":"event","event_id":"b-1","created_at":"2024-06-01T10:00:00Z","created_by":{"type":"user","id":"1001","login":"user-0001@acme.example"},"action_by":null,"event_type":"USER_AUTHENTICATE_OAUTH2_ACCESS_TOKEN_CREATE","source":{"type":"user","id":"1001"}}
                {"type":"event","event_id":"b-2","created_at":"2024-06-01T10:00:00Z","created_by":{"type":"user","id":"1002","login":"user-0002@acme.example"},"event_type":"COLLABORATION_EXPIRATION"}
                {"type":"event","event_id":"b-3","created_at":"2024-06-01T10:00:00Z","created_by":{"type":"user","id":"1003","login":"user-0003@acme.example"},"event_type":"DEVICE_TRUST_CHECK_FAILED"}
                {"type":"event","event_id":"b-4","created_at":"2024-06-01T10:00:00Z","created_by":{"type":"user","id":"1004","login":"user-0004@acme.example"},"event_type":"UPDATE_COLLABORATION_EXPIRATION"}
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "1 1001 user-0001@acme.example 2024-06-01T10:00:00Z MACHINE USER_AUTHENTICATE_OAUTH2_ACCESS_TOKEN_CREATE",
                        "3 1003 user-0003@acme.example 2024-06-01T10:00:00Z LOGIN FAILED DEVICE_TRUST_CHECK_FAILED",
                        "4 1004 user-0004@acme.example 2024-06-01T10:00:00Z USE UPDATE_COLLABORATION_EXPIRATION");
        assertThat(shown.summary.other()).isEqualTo(1);
    }
}
