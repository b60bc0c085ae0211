package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is nobody in Microsoft 365's unified audit log. */
class Microsoft365LogTest {

    private static String event(String user, String type) {
        return """
                {"CreationTime":"2024-06-01T10:00:00","Id":"e-1","Operation":"FileAccessed","RecordType":6,"ResultStatus":"Succeeded","UserId":"%s","UserKey":"%s","UserType":%s,"Workload":"SharePoint"}
                """.formatted(user, user, type);
    }

    @Test
    void administrators_of_microsoft_and_the_number_of_nobody_are_no_accounts() {
        Shown shown = Shown.of(event("user-0001@acme.example", "0")
                + event("EXCHANGE\\\\operator-7", "3")
                + event("EXCHANGE\\\\operator-7", "\"DcAdmin\"")
                + event("00000000-0000-0000-0000-000000000000", "0"));

        assertThat(shown.lines())
                .containsExactly(
                        "1 user-0001@acme.example user-0001@acme.example 2024-06-01T10:00:00Z USE FileAccessed");
        assertThat(shown.summary.other()).isEqualTo(3);
    }
}
