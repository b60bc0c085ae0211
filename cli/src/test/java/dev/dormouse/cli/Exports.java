package dev.dormouse.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The exports of a small organisation in good health: eight nobody uses, and eight each whom only the People page, the
 * audit log or Auth0 saw, or whom GitHub does not call dormant.
 */
final class Exports {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final String DORMANT_REPORT = "dormant.csv";
    static final String PEOPLE_PAGE = "export-acme.json";
    static final String AUDIT_LOG = "audit-log.jsonl";
    static final String AUTH0 = "auth0-users.json";
    static final String MEMBERS = "members.json";

    private static final int EACH = 8;
    private static final String HEADER = "created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n";

    private final Path folder;

    Exports(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Everything healthy, with the example's configuration and a limit to the age of sources. */
    Exports write() {
        configure(example().replace("# sourceMaxAge: 2d", "sourceMaxAge: 2d"));
        write(DORMANT_REPORT, dormantReport());
        write(PEOPLE_PAGE, peoplePage());
        write(AUDIT_LOG, auditLog());
        write(AUTH0, auth0());
        return write(MEMBERS, members());
    }

    void configure(String yaml) {
        write("dormouse.yaml", yaml);
    }

    /** The example with a review and a removal; nobody of the exports has an address, so nothing is sent. */
    static String acting() {
        return example() + """

                    review: [{ask: owner, within: 30d, channel: mail}]
                    ifIgnored: remove
                    removal: [{do: notify, template: removed, channel: mail}]

                channels: {mail: {connector: smtp, host: 127.0.0.1, port: 9, tls: none, from: d@acme.example}}
                """;
    }

    /** Writes a file of an hour ago. */
    Exports write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Exports write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return age(name, Duration.ofHours(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Exports age(String name, Duration age) {
        try {
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(NOW.minus(age)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String example() {
        try {
            return Files.readString(Path.of(System.getProperty("dormouse.root", ".."))
                    .resolve("examples/github-exports/dormouse.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> logins(String group) {
        return IntStream.range(0, EACH).mapToObj(i -> group + "-" + i).toList();
    }

    static List<String> everybody() {
        return List.of("dormant", "people", "audit", "auth0", "unlisted").stream()
                .flatMap(group -> logins(group).stream())
                .toList();
    }

    private static String dormantReport() {
        return everybody().stream()
                .filter(login -> !login.startsWith("unlisted"))
                .map(login -> "2019-05-04 10:06:20 +0100,7" + Math.floorMod(login.hashCode(), 100_000) + "," + login
                        + ",user,192.0.2.1,true,false\n")
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String peoplePage() {
        return everybody().stream()
                .map(login -> "{\"login\":\"" + login + "\",\"name\":\"A\",\"role\":\"Member\",\"last_active\":\""
                        + (login.startsWith("people")
                                ? "2026-02-20T10:00:00.000+00:00"
                                : "2025-06-01T10:00:00.000+00:00")
                        + "\"}")
                .collect(Collectors.joining(",\n", "[", "]\n"));
    }

    /** From 200 days ago on; everybody did something then, some again yesterday. */
    static String auditLog() {
        return everybody().stream()
                        .map(login -> event(login, Duration.ofDays(200)))
                        .collect(Collectors.joining())
                + logins("audit").stream()
                        .map(login -> event(login, Duration.ofDays(1)))
                        .collect(Collectors.joining());
    }

    private static String event(String login, Duration age) {
        return "{\"@timestamp\":" + NOW.minus(age).toEpochMilli() + ",\"action\":\"repo.create\",\"actor\":\"" + login
                + "\"}\n";
    }

    private static String auth0() {
        return everybody().stream()
                .map(login -> "{\"user_id\":\"github|" + login + "\",\"nickname\":\"" + login + "\",\"last_login\":\""
                        + (login.startsWith("auth0") ? "2026-02-20T10:00:00.000Z" : "2025-06-01T10:00:00.000Z") + "\"}")
                .collect(Collectors.joining(",\n", "[", "]\n"));
    }

    private static String members() {
        return everybody().stream().map(login -> "\"" + login + "\"").collect(Collectors.joining(",", "[", "]\n"));
    }
}
