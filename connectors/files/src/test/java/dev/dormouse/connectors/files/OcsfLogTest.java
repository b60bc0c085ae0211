package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** OCSF as JSON; the Parquet form has tests of its own. */
class OcsfLogTest {

    @Test
    void the_type_tells_a_login_where_the_activity_is_left_out() {
        Shown shown = Shown.of("""
                {"class_uid":3002,"type_uid":300201,"time":1717236000000,"user":{"uid":"u-1"},"status_id":1}
                {"class_uid":3002,"type_uid":300202,"time":1717236000000,"user":{"uid":"u-2"},"status_id":1}
                """);

        assertThat(shown.lines())
                .extracting(line -> line.substring(0, line.lastIndexOf(' ')))
                .containsExactly("1 u-1 null 2024-06-01T10:00:00Z LOGIN", "2 u-2 null 2024-06-01T10:00:00Z USE");
    }

    @Test
    void windows_itself_is_nobody_and_a_computer_or_a_service_of_the_cloud_is_a_machine() {
        Shown shown = Shown.of(logon("\"uid\":\"S-1-5-18\",\"name\":\"SYSTEM\"")
                + logon("\"uid\":\"S-1-5-90-0-1\",\"name\":\"DWM-1\",\"domain\":\"Window Manager\"")
                + logon("\"uid\":\"NT AUTHORITY\\\\SYSTEM\",\"name\":\"SYSTEM\",\"domain\":\"NT AUTHORITY\"")
                + logon("\"uid\":\"S-1-5-21-7-1103\",\"name\":\"HOST-01$\",\"domain\":\"ACME\"")
                + logon("\"uid\":\"ROLE-1:i-7\",\"type\":\"AWSService\"")
                + logon("\"uid\":\"S-1-5-21-7-1104\",\"name\":\"user-0001\",\"domain\":\"ACME\"")
                + logon("\"uid\":\"S-1-0-0\",\"name\":\"user-0002\"").replace("\"status_id\":1", "\"status_id\":2"));

        assertThat(shown.lines())
                .containsExactly(
                        "4 S-1-5-21-7-1103 null 2024-06-01T10:00:00Z MACHINE 1",
                        "5 ROLE-1:i-7 null 2024-06-01T10:00:00Z MACHINE 1",
                        "6 S-1-5-21-7-1104 null 2024-06-01T10:00:00Z LOGIN 1",
                        "7 user-0002 null 2024-06-01T10:00:00Z LOGIN FAILED 1");
        assertThat(shown.summary.other()).isEqualTo(3);
    }

    @Test
    void a_role_with_an_address_in_the_name_of_its_session_is_no_address() {
        Shown shown = Shown.of(logon("\"uid\":\"ROLE-1:user-0001@acme.example\"")
                + logon("\"uid\":\"arn:aws:sts::1:assumed-role/admin/user-0001@acme.example\"")
                + logon("\"uid\":\"user-0001@acme.example\""));

        assertThat(shown.lines())
                .containsExactly(
                        "1 ROLE-1:user-0001@acme.example null 2024-06-01T10:00:00Z LOGIN 1",
                        "2 arn:aws:sts::1:assumed-role/admin/user-0001@acme.example null 2024-06-01T10:00:00Z LOGIN 1",
                        "3 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z LOGIN 1");
    }

    private static String logon(String user) {
        return """
                {"class_uid":3002,"activity_id":1,"time":1717236000000,"status_id":1,"logon_type_id":2,"user":{%s}}
                """.formatted(user);
    }
}
