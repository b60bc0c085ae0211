package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.connectors.files.Feeds.Told;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's events where its listener {@code jboss-logging} writes them: into the server's own log, as text or JSON. */
class KeycloakServerLogTest {

    private static final String TEXT = """
            2024-06-01 10:00:00,001 INFO  [org.keycloak.services] (main) KC-SERVICES0009: Added user 'admin' to realm 'master'
            2024-06-01 10:00:01,123 DEBUG [org.keycloak.events] (executor-thread-1) type="LOGIN", realmId="r", realmName="acme", clientId="account", userId="u-1", sessionId="s", ipAddress="192.0.2.1", auth_method="openid-connect", username="user-0001@acme.example"
            2024-06-01 10:00:02,123 WARN  [org.keycloak.events] (executor-thread-1) type="LOGIN_ERROR", realmId="r", realmName="acme", clientId="account", userId="null", ipAddress="192.0.2.1", error="user_not_found", username="user-0002"
            2024-06-01 10:00:03,000 ERROR [org.keycloak.services.error.KeycloakErrorHandler] (executor-thread-9) Uncaught server error: java.lang.NullPointerException
            \tat org.keycloak.events.Foo.bar(Foo.java:12)
            Caused by: java.io.IOException: closed

            2024-06-01 10:00:04,123 DEBUG [org.keycloak.events] (executor-thread-2) type="REFRESH_TOKEN", realmId="r", clientId="account", userId="u-1", ipAddress="192.0.2.1", grant_type="refresh_token"
            2024-06-01 10:00:05,123 INFO  [org.keycloak.events] (executor-thread-2) operationType="UPDATE", realmId="r", realmName="master", clientId="console", userId="u-3", ipAddress="192.0.2.1", resourceType="USER", resourcePath="users/u-9", representation="{\\"username\\":\\"user-0009\\", \\"userId\\":\\"u-9\\"}"
            2024-06-01 10:00:06,123 WARN  [org.keycloak.events] (executor-thread-2) type="LOGIN_ERROR", realmId="r", clientId="account", userId="null", ipAddress="192.0.2.1", error="invalid_redirect_uri"
            """;

    @Test
    void the_events_among_the_lines_of_a_server_are_read_and_all_others_are_nobodys() {
        Shown shown = Shown.of(TEXT);

        assertThat(shown.mapping).isEqualTo("keycloak");
        assertThat(shown.lines())
                .containsExactly(
                        "2 u-1 user-0001@acme.example 2024-06-01T10:00:01.123Z LOGIN LOGIN",
                        "3 user-0002 null 2024-06-01T10:00:02.123Z LOGIN FAILED LOGIN_ERROR",
                        "8 u-1 null 2024-06-01T10:00:04.123Z MACHINE REFRESH_TOKEN",
                        "9 u-3 null 2024-06-01T10:00:05.123Z USE UPDATE");
        assertThat(shown.summary.other()).isEqualTo(5);
        assertThat(shown.unreadable()).isEmpty();
        assertThat(shown.summary.cutOff()).isFalse();
    }

    @Test
    void older_servers_write_no_quotes_but_around_spaces() {
        Shown shown = Shown.of("""
                2024-06-01 10:00:00,001 INFO  [org.jboss.as] (Controller Boot Thread) WFLYSRV0025: Keycloak started
                2024-06-01 10:00:01,123 INFO  [org.keycloak.events] (default task-1) type=LOGIN, realmId=r, clientId=account, userId=u-1, ipAddress=192.0.2.1, redirect_uri=https://acme.example/?a=b,c, reason='it's, as told', username=user-0001@acme.example
                2024-06-01 10:00:02,123 WARN  [org.keycloak.events] (default task-1) type=LOGIN_ERROR, realmId=r, clientId=account, userId=null, ipAddress=192.0.2.1, error=user_not_found, username='x, userId=u-9, type=LOGIN y'
                """);

        assertThat(shown.lines())
                .containsExactly(
                        "2 u-1 user-0001@acme.example 2024-06-01T10:00:01.123Z LOGIN LOGIN",
                        "3 x, userId=u-9, type=LOGIN y null 2024-06-01T10:00:02.123Z LOGIN FAILED LOGIN_ERROR");
        assertThat(shown.summary.other()).isEqualTo(1);
    }

    @Test
    void what_somebody_typed_does_not_become_another_user_of_the_event() {
        Shown shown = Shown.of("""
                2024-06-01 10:00:02,123 WARN  [org.keycloak.events] (default task-1) type=LOGIN_ERROR, realmId=r, clientId=account, userId=null, ipAddress=192.0.2.1, error=user_not_found, username='x', type=LOGIN, userId=u-9, error=null, username='y'
                """);

        assertThat(shown.lines()).containsExactly("1 x null 2024-06-01T10:00:02.123Z LOGIN FAILED LOGIN_ERROR");
    }

    @Test
    void a_time_without_an_offset_is_of_the_zone_that_is_named_and_else_utc() {
        assertThat(Shown.of(TEXT, Map.of("zone", "Europe/Berlin")).lines())
                .first()
                .isEqualTo("2 u-1 user-0001@acme.example 2024-06-01T08:00:01.123Z LOGIN LOGIN");
        assertThat(Shown.of(TEXT, Map.of("zone", "Europe/Berlin", "mapping", "keycloak"))
                        .lines())
                .first()
                .asString()
                .contains("2024-06-01T08:00:01.123Z");
        assertThatThrownBy(() -> Shown.of(TEXT, Map.of("zone", "Berlin")))
                .hasMessageContaining("zone must be a zone such as Europe/Berlin or +02:00");
    }

    @Test
    void an_offset_that_is_written_holds_and_a_time_without_a_day_is_unreadable() {
        Shown shown = Shown.of("""
                2024-06-01T10:00:01.123+02:00 traceId=4b, sampled=true INFO  [org.keycloak.events] (executor-thread-1) type="LOGIN", realmId="r", clientId="account", userId="u-1", ipAddress="192.0.2.1"
                10:00:01,123 INFO  [org.keycloak.events] (default task-1) type=LOGIN, realmId=r, clientId=account, userId=u-2, ipAddress=192.0.2.1
                10:00:02,123 INFO  [org.keycloak.services] (main) started
                """, Map.of("zone", "Asia/Tokyo"));

        assertThat(shown.lines()).containsExactly("1 u-1 null 2024-06-01T08:00:01.123Z LOGIN LOGIN");
        assertThat(shown.unreadable()).containsExactly("2:0 time is no instant from 2000 on: \"10:00:01,123\"");
        assertThat(shown.summary.other()).isEqualTo(1);
    }

    @Test
    void an_event_that_breaks_off_before_its_user_is_unreadable() {
        Shown shown = Shown.of(
                TEXT + "2024-06-01 10:00:07,123 DEBUG [org.keycloak.events] (t) type=\"LOGIN\", realmId=\"r\"\n");

        assertThat(shown.unreadable()).containsExactly("11:0 the event breaks off before its user");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keycloak-1  | ",
                "2024-06-01T12:00:09.000000001Z stdout F ",
            })
    void what_a_container_puts_before_a_line_is_passed_over(String before) {
        assertThat(Shown.of(TEXT.lines().map(line -> before + line + "\n").reduce("", String::concat))
                        .lines())
                .isEqualTo(Shown.of(TEXT).lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timestamp\":\"2024-06-01T12:00:01.123456789+02:00\",\"sequence\":2,\"loggerClassName\":\"org.jboss.logging.Logger\",\"loggerName\":\"%s\",\"level\":\"DEBUG\",\"message\":\"%s\",\"threadName\":\"executor-thread-1\",\"mdc\":{},\"ndc\":\"\"}",
                "{\"@timestamp\":\"2024-06-01T10:00:01.123456789Z\",\"event.sequence\":2,\"log.logger\":\"%s\",\"log.level\":\"DEBUG\",\"message\":\"%s\",\"process.thread.name\":\"main\",\"ecs.version\":\"1.12.2\",\"data_stream.type\":\"logs\"}",
            })
    void the_log_as_json_holds_the_same_in_its_messages(String form) {
        Shown shown = Shown.of(String.join(
                "\n",
                form.formatted("org.keycloak.services", "type of the listener: none"),
                form.formatted(
                        "org.keycloak.events",
                        "type=\\\"LOGIN\\\", realmId=\\\"r\\\", clientId=\\\"account\\\", userId=\\\"u-1\\\", username=\\\"user-0001@acme.example\\\""),
                form.formatted(
                        "org.keycloak.events",
                        "operationType=\\\"CREATE\\\", realmId=\\\"r\\\", clientId=\\\"sync\\\", userId=\\\"null\\\", resourceType=\\\"USER\\\", resourcePath=\\\"users/u-9\\\""),
                form.formatted(
                        "org.keycloak.events",
                        "type=LOGIN_ERROR, realmId=r, clientId=account, userId=u-2, error=invalid_user_credentials, username=user-0002"),
                ""));

        assertThat(shown.mapping).isEqualTo("keycloak");
        assertThat(shown.lines())
                .containsExactly(
                        "2 u-1 user-0001@acme.example 2024-06-01T10:00:01.123456789Z LOGIN LOGIN",
                        "3 sync null 2024-06-01T10:00:01.123456789Z MACHINE CREATE",
                        "4 u-2 null 2024-06-01T10:00:01.123456789Z LOGIN FAILED LOGIN_ERROR");
        assertThat(shown.summary.other()).isEqualTo(1);
        assertThat(shown.unreadable()).isEmpty();
    }

    @Test
    void a_collector_may_carry_the_lines_and_its_own_time_does_not_count() {
        Shown shown = Shown.of(TEXT.lines()
                .map(line -> "{\"log\":\""
                        + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t")
                        + "\\n\",\"stream\":\"stdout\",\"time\":\"2024-06-02T00:00:00Z\"}\n")
                .reduce("", String::concat));

        assertThat(shown.mapping).isEqualTo("keycloak");
        assertThat(shown.lines()).isEqualTo(Shown.of(TEXT).lines());
    }

    @Test
    void a_container_may_end_the_json_that_it_carries_with_a_line_end() {
        Shown shown = Shown.of("""
                {"log":"{\\"timestamp\\":\\"2024-06-01T10:00:01Z\\",\\"loggerName\\":\\"org.keycloak.events\\",\\"message\\":\\"type=LOGIN, realmId=r, clientId=c, userId=u-1\\"}\\n","stream":"stdout","time":"2024-06-02T00:00:00Z"}
                """);

        assertThat(shown.lines()).containsExactly("1 u-1 null 2024-06-01T10:00:01Z LOGIN LOGIN");
    }

    @Test
    void as_a_source_the_log_is_complete_from_its_first_success_and_reaches_to_its_last_line() {
        Told told = Feeds.read("log", "keycloak.log", TEXT);

        assertThat(told.sightings).hasSize(3);
        assertThat(told.feed().records()).isEqualTo(9);
        assertThat(told.feed().completeFrom()).isEqualTo("2024-06-01T10:00:01.123Z");
        assertThat(told.feed().asOf()).isEqualTo("2024-06-01T10:00:06.123Z");
    }

    @Test
    void a_source_in_which_nothing_succeeded_is_refused_because_that_is_written_only_on_request() {
        String failures = TEXT.lines()
                .filter(line -> !line.contains("u-1") && !line.contains("u-3"))
                .map(line -> line + "\n")
                .reduce("", String::concat);

        assertThat(Feeds.read("log", "keycloak.log", failures).failure())
                .hasMessageContaining("in 6 records of keycloak nothing succeeded");
        assertThat(Shown.of(failures).entries).hasSize(1);
    }

    @Test
    void a_last_line_without_its_end_is_cut_off_as_a_source() {
        assertThat(Feeds.read("log", "keycloak.log", TEXT.strip()).failure())
                .hasMessageContaining("the file is cut off");
    }
}
