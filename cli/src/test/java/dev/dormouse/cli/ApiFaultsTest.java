package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.Reply;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every system that is asked over the network, with every fault: the same as with files. */
class ApiFaultsTest {

    @TempDir
    Path folder;

    private final Systems systems = new Systems();

    @BeforeEach
    void write() {
        new Exports(folder).configure(systems.yaml());
    }

    @AfterEach
    void close() {
        systems.close();
    }

    /** What is asked for, and the part of the address that only this call has. */
    enum Call {
        MEMBERS("accounts", "/orgs/acme/members"),
        AUDIT_LOG("audit-log", "/orgs/acme/audit-log"),
        AUTH0_TOKEN("auth0", "/oauth/token"),
        AUTH0_USERS("auth0", "/api/v2/users");

        private final String source;
        private final String path;

        Call(String source, String path) {
            this.source = source;
            this.path = path;
        }
    }

    /** What can be answered instead. */
    enum Fault {
        MISSING(404, "application/json", "{\"message\":\"Not Found\"}"),
        EMPTY_BODY(200, "application/json", ""),
        EMPTY_LIST(200, "application/json", "[]"),
        CUT_IN_THE_MIDDLE(200, "application/json", "[{\"login\":\"dormant-0\",\"id\":1,\"type\":\"Us"),
        UNAUTHORISED(401, "application/json", "{\"message\":\"Bad credentials\"}"),
        FORBIDDEN(403, "application/json", "{\"message\":\"Resource not accessible\"}"),
        OTHER_FORMAT(200, "application/json", "{\"greeting\":\"hello\"}"),
        WEB_PAGE(200, "text/html", "<!DOCTYPE html><html><title>Sign in</title></html>"),
        SERVER_ERROR(500, "application/json", "{\"message\":\"Server Error\"}"),
        BAD_GATEWAY(502, "text/html", "<html>502 Bad Gateway</html>");

        private final int status;
        private final String type;
        private final String body;

        Fault(int status, String type, String body) {
            this.status = status;
            this.type = type;
            this.body = body;
        }

        Reply reply() {
            return new Reply(status, Map.of("Content-Type", type), body);
        }
    }

    static Stream<Arguments> faults() {
        return Arrays.stream(Call.values())
                .flatMap(call -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(call, fault)));
    }

    @Test
    void without_a_fault_exactly_the_unused_are_dormant() {
        Ran healthy = scan();
        assertThat(healthy.exit()).as(healthy.err()).isZero();
        assertThat(healthy.accounts("dormant")).containsExactlyInAnyOrderElementsOf(Exports.logins("dormant"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void nobody_becomes_dormant_by_the_fault_and_the_message_names_source_and_call(Call call, Fault fault) {
        answer(call, fault.reply());
        Ran faulty = scan();
        assertThat(Exports.logins("dormant")).containsAll(faulty.accounts("dormant"));
        assertThat(faulty.exit()).as(faulty.err() + faulty.out()).isEqualTo(4);
        assertThat(faulty.err().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("unhealthy: " + call.source + " of github/acme: ")
                        .endsWith("; nobody becomes dormant by it"));
        assertThat(faulty.err()).doesNotContain("ghp_sandbox").doesNotContain("sandbox-client-secret");
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMBERS", "AUDIT_LOG", "AUTH0_USERS"})
    void a_system_that_suddenly_delivers_a_fraction_of_the_usual_is_not_believed(Call call) {
        Ran first = Console.run("run", "--config", folder.toString(), "--now", Exports.NOW.toString());
        assertThat(first.exit()).as(first.err()).isZero();
        answer(call, few(call));
        Ran faulty = scan();
        assertThat(Exports.logins("dormant")).containsAll(faulty.accounts("dormant"));
        assertThat(faulty.exit()).as(faulty.err()).isEqualTo(4);
        assertThat(faulty.err())
                .contains("unhealthy: " + call.source + " of github/acme: delivered ")
                .contains("if that is right: dormouse release " + call.source);
    }

    private static Reply few(Call call) {
        String one = switch (call) {
            case MEMBERS -> "[{\"login\":\"dormant-0\",\"id\":1,\"type\":\"User\"}]";
            case AUDIT_LOG -> "[{\"@timestamp\":1760000000000,\"action\":\"repo.create\",\"actor\":\"dormant-0\"}]";
            case AUTH0_TOKEN, AUTH0_USERS ->
                "{\"start\":0,\"limit\":100,\"length\":1,\"total\":1,\"users\":[{\"user_id\":\"a\",\"nickname\":"
                        + "\"dormant-0\",\"last_login\":\"2025-06-01T10:00:00.000Z\"}]}";
        };
        return Reply.json(200, one);
    }

    private void answer(Call call, Reply reply) {
        server(call).intercept(request -> request.path().equals(call.path) ? reply : null);
    }

    private LoopbackServer server(Call call) {
        return switch (call) {
            case MEMBERS, AUDIT_LOG -> systems.github();
            case AUTH0_TOKEN, AUTH0_USERS -> systems.auth0();
        };
    }

    private Ran scan() {
        return Console.run("scan", folder.toString(), "--now", Exports.NOW.toString(), "--output", "json");
    }
}
