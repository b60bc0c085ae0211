package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Zoom's report of sign-ins and sign-outs, its operation logs, and the webhooks of signing in and out. */
class ZoomLogTest {

    private static final String ACTIVITIES = """
            {"from":"2024-06-01","to":"2024-06-02","page_size":30,"next_page_token":"","activity_logs":[
            {"client_type":"Browser","email":"user-0001@acme.example","ip_address":"192.0.2.1","time":"2024-06-01T10:00:00Z","type":"Sign in","version":"5.17.0"},
            {"client_type":"mac","email":"user-0002@acme.example","ip_address":"192.0.2.2","time":"2024-06-01T11:00:00Z","type":"Sign out","version":"5.17.0"},
            {"client_type":"mac","email":"user-0003@acme.example","ip_address":"192.0.2.2","time":"","type":"Sign in","version":"5.17.0"},
            {"client_type":"mac","email":"user-0004@acme.example","ip_address":"192.0.2.2","time":"1970-01-01T00:00:00Z","type":"Sign in","version":"5.17.0"}
            ]}
            """;

    private static final String OPERATIONS = """
            {"from":"2024-06-01","to":"2024-06-02","next_page_token":"","page_size":30,"operation_logs":[
            {"time":"2024-06-01T10:00:00Z","operator":"user-0001@acme.example","category_type":"User","action":"Update","operation_detail":"Update user user-0009@acme.example"}
            ]}
            """;

    private static final String WEBHOOKS = """
            {"event":"user.signed_in","event_ts":1717236000123,"payload":{"account_id":"abc","object":{"id":"z-1","client_type":"mac","email":"user-0001@acme.example","date_time":"2024-06-01T10:00:00Z","version":"5.17.0"}}}
            {"event":"user.signed_out","event_ts":1717239600123,"payload":{"account_id":"abc","object":{"id":"z-2","client_type":"mac","email":"user-0002@acme.example","date_time":"2024-06-01T11:00:00Z","version":"5.17.0"}}}
            """;

    @Test
    void signing_in_is_a_login_and_signing_out_is_use() {
        Shown shown = Shown.of(ACTIVITIES);

        assertThat(shown.mapping).isEqualTo("zoom");
        assertThat(shown.lines())
                .containsExactly(
                        "2 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z LOGIN Sign in",
                        "3 user-0002@acme.example user-0002@acme.example 2024-06-01T11:00:00Z USE Sign out");
    }

    @Test
    void a_sign_in_without_a_time_is_unreadable_and_not_lost() {
        assertThat(Shown.of(ACTIVITIES).unreadable())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("4:"),
                        second -> assertThat(second).startsWith("5:").contains("never"));
    }

    @Test
    void an_operation_is_the_operators() {
        Shown shown = Shown.of(OPERATIONS);

        assertThat(shown.mapping).isEqualTo("zoom");
        assertThat(shown.lines())
                .containsExactly("2 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z USE Update");
    }

    @Test
    void a_webhook_tells_the_same_as_the_report() {
        Shown shown = Shown.of(WEBHOOKS);

        assertThat(shown.mapping).isEqualTo("zoom");
        assertThat(shown.lines())
                .containsExactly(
                        "1 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z LOGIN user.signed_in",
                        "2 user-0002@acme.example user-0002@acme.example 2024-06-01T11:00:00Z USE user.signed_out");
    }

    @Test
    void a_webhook_about_a_user_or_a_meeting_is_the_operators_and_never_of_its_object() {
        Shown shown = Shown.of("""
                {"event":"user.created","event_ts":1717236000000,"payload":{"account_id":"abc","operator":"user-0001@acme.example","operator_id":"z-1","object":{"id":"z-9","email":"user-0009@acme.example","type":1}}}
                {"event":"user.deleted","event_ts":1717236000000,"payload":{"account_id":"abc","object":{"id":"z-9","email":"user-0009@acme.example","type":1}}}
                {"event":"user.presence_status_updated","event_ts":1717236000000,"payload":{"account_id":"abc","object":{"id":"z-9","email":"user-0009@acme.example","presence_status":"In_Calendar_Event"}}}
                {"event":"user.invitation_accepted","event_ts":1717236000000,"payload":{"account_id":"abc","object":{"id":"z-2","email":"user-0002@acme.example"}}}
                {"event":"meeting.started","event_ts":1717236000000,"payload":{"account_id":"abc","object":{"id":"111111111","host_id":"z-9","start_time":"2024-06-01T10:00:00Z"}}}
                {"event":"meeting.participant_joined","event_ts":1717236001000,"payload":{"account_id":"abc","object":{"id":"111111111","host_id":"z-9","participant":{"id":"z-3","user_name":"C","email":"user-0003@acme.example","join_time":"2024-06-01T10:00:00Z"}}}}
                """);

        assertThat(shown.mapping).isEqualTo("zoom");
        assertThat(shown.lines())
                .containsExactly(
                        "1 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z USE user.created",
                        "4 user-0002@acme.example user-0002@acme.example 2024-06-01T10:00:00Z USE user.invitation_accepted",
                        "6 user-0003@acme.example user-0003@acme.example 2024-06-01T10:00:00Z USE meeting.participant_joined");
        assertThat(shown.summary.other()).isEqualTo(3);
    }

    @Test
    void the_report_of_meeting_activities_names_people_by_their_address_and_has_colons_before_the_milliseconds() {
        Shown shown = Shown.of("""
                {"meeting_activity_logs":[]}
                {"meeting_number":"111 1111 1111","activity_time":"2024-06-01 10:00:00:123","operator":"A","operator_email":"user-0001@acme.example","activity_category":"User joined","activity_detail":"A joined the meeting"}
                """);

        assertThat(shown.mapping).isEqualTo("zoom");
        assertThat(shown.lines())
                .containsExactly(
                        "2 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00.123Z USE User joined");
    }

    @Test
    void what_another_system_provisions_is_a_machines() {
        assertThat(Shown.of("""
                        {"time":"2024-06-01 10:00:00","operator":"user-0001@acme.example","category_type":"User","action":"SCIM API - Update","operation_detail":"Edit User user-0009@acme.example"}
                        """).lines())
                .containsExactly(
                        "1 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z MACHINE SCIM API - Update");
    }
}
