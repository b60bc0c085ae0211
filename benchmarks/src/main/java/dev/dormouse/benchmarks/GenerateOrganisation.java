package dev.dormouse.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Writes the exports of one organisation: of its members 94 % have an activity on the People page in the last 400 days,
 * 48 % a login at Auth0, 21 % an event in an audit log of 180 days, and 30 % are on GitHub's dormant report, one in
 * seventeen of these as an outside collaborator. The same count and seed give the same bytes.
 */
final class GenerateOrganisation {

    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    private static final DateTimeFormatter PEOPLE_PAGE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(1));
    private static final DateTimeFormatter AUTH0 = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final int members;
    private final SplittableRandom random;

    private GenerateOrganisation(int members, long seed) {
        this.members = members;
        this.random = new SplittableRandom(seed);
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            System.err.println("usage: benchmarks/generate MEMBERS FOLDER [SEED]");
            System.exit(2);
        }
        long seed = args.length == 3 ? Long.parseLong(args[2]) : 1;
        write(Integer.parseInt(args[0]), Path.of(args[1]), seed);
    }

    static void write(int members, Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        GenerateOrganisation organisation = new GenerateOrganisation(members, seed);
        organisation.writeArray(folder.resolve("members.json"), i -> "\"" + login(i).toLowerCase(Locale.ROOT) + "\"");
        organisation.writeArray(folder.resolve("export-acme.json"), organisation::person);
        organisation.writeArray(folder.resolve("auth0-users.json"), organisation::auth0User);
        organisation.writeLines(folder.resolve("audit-log.jsonl"), organisation::auditEvent);
        organisation.writeDormantReport(folder.resolve("dormant.csv"));
    }

    private String person(int i) {
        String active = random.nextInt(1000) < 59 ? "No activity" : PEOPLE_PAGE.format(within(Duration.ofDays(400)));
        return text("""
                {"login": "%1$s", "name": "%1$s", "tfa_enabled": true, "is_public": false, "role": "Member", \
                "last_active": "%2$s", "saml_name_id": "%1$s@acme.example"}""", login(i), active);
    }

    private String auth0User(int i) {
        if (random.nextInt(1000) >= 477) {
            return "";
        }
        return text("""
                {"nickname": "%s", "user_id": "github|%d", "last_login": "%s"}""", login(i), i, AUTH0.format(within(Duration.ofDays(400))));
    }

    private String auditEvent(int i) {
        if (random.nextInt(1000) >= 208) {
            return "";
        }
        long at = within(Duration.ofDays(180)).toEpochMilli();
        return text("""
                {"@timestamp": %1$d, "action": "pull_request.create", "actor": "%2$s", "actor_id": %3$d, \
                "created_at": %1$d, "org": "acme", "_document_id": "%4$08x%1$x"}""", at, login(i), 700_000 + i, i);
    }

    private void writeDormantReport(Path file) throws IOException {
        writeLines(file, i -> {
            if (i == 0) {
                return "created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator";
            }
            if (random.nextInt(1000) >= 300) {
                return "";
            }
            boolean collaborator = random.nextInt(1000) < 60;
            return text("2011-05-04 10:06:20 +0100,%d,%s,user,192.0.2.1,true,%b", 700_000 + i, login(i), collaborator);
        });
    }

    private Instant within(Duration past) {
        return NOW.minusMillis(random.nextLong(past.toMillis()));
    }

    private static String login(int i) {
        return text("User-%07d", i);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is no part of the JDK, and this class is
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private void writeArray(Path file, IntFunction<String> element) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            String before = "[";
            for (int i = 0; i < members; i++) {
                String text = element.apply(i);
                if (!text.isEmpty()) {
                    out.append(before).append(text);
                    before = ", ";
                }
            }
            out.append(before.equals("[") ? "[]" : "]");
        }
    }

    private void writeLines(Path file, IntFunction<String> line) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            IntStream.range(0, members)
                    .mapToObj(line)
                    .filter(text -> !text.isEmpty())
                    .forEachOrdered(text -> {
                        try {
                            out.append(text).append('\n');
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
