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
}
