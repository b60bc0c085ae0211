package dev.dormouse.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes an audit log of GitHub in JSON lines, in the order of time, with the fields that its real records have. Of the
 * events 2 % are sign-ins, a tenth of these failed, 20 % are a machine's and 1 % have no actor. Always the same bytes.
 */
final class ReadingData {

    static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");

    private static final Duration SPAN = Duration.ofDays(30);
    private static final int ACCOUNTS = 5_000;

    private static final List<String> ACTIONS = List.of(
            "git.clone",
            "git.fetch",
            "git.push",
            "pull_request.create",
            "pull_request.merge",
            "pull_request_review.submit",
            "repo.access",
            "repo.create",
            "team.add_member",
            "org.invite_member",
            "protected_branch.rejected_ref_update",
            "workflows.completed_workflow_run");

    private final SplittableRandom random = new SplittableRandom(1);

    private ReadingData() {}

    /** The log of so many events in the folder, written where it is not there yet. */
    static Path log(Path folder, long events) throws IOException {
        Path file = folder.resolve("audit-" + events + ".jsonl");
        if (!Files.exists(file)) {
            Path unfinished = folder.resolve("audit-" + events + ".part");
            new ReadingData().write(unfinished, events);
            Files.move(unfinished, file);
        }
        return file;
    }

    private void write(Path file, long events) throws IOException {
        long begin = NOW.minus(SPAN).toEpochMilli();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long event = 0; event < events; event++) {
                long at = begin + SPAN.toMillis() / events * event + random.nextInt(20);
                out.append(line(event, at)).append('\n');
            }
        }
    }

    private String line(long event, long at) {
        int account = random.nextInt(ACCOUNTS);
        int kind = random.nextInt(100);
        String action = kind >= 2 ? ACTIONS.get(random.nextInt(ACTIONS.size())) : signIn();
        StringBuilder line = new StringBuilder(512).append('{');
        number(line, "@timestamp", at);
        text(line, "_document_id", "%016x%06x".formatted(random.nextLong(), event & 0xffffff));
        text(line, "action", action);
        if (random.nextInt(100) > 0) {
            text(line, "actor", "User-%05d".formatted(account));
            number(line, "actor_id", 700_000L + account);
        }
        raw(line, "actor_location", "{\"country_code\":\"" + (account % 3 == 0 ? "DE" : "US") + "\"}");
        text(line, "business", "acme-enterprise");
        number(line, "created_at", at);
        rest(line, account, kind, action);
        line.setCharAt(line.length() - 1, '}');
        return line.toString();
    }

    private String signIn() {
        return random.nextInt(10) == 0 ? "user.failed_login" : "user.login";
    }

    private void rest(StringBuilder line, int account, int kind, String action) {
        if (action.startsWith("team.")) {
            raw(line, "data", "{\"team\":\"acme/authors-" + account % 50 + "\",\"invited\":false}");
        }
        text(line, "operation_type", kind % 3 == 0 ? "create" : "access");
        text(line, "org", "acme");
        number(line, "org_id", 4_711L);
        if (kind >= 80) {
            text(line, "hashed_token", "%016x%016x".formatted(random.nextLong(), random.nextLong()));
            text(line, "programmatic_access_type", "Personal access token (classic)");
            number(line, "token_id", random.nextLong(1L << 33));
        }
        if (kind >= 2) {
            raw(line, "public_repo", "false");
            text(line, "repo", "acme/service-%04d".formatted(random.nextInt(3000)));
            number(line, "repo_id", 90_000_000L + random.nextInt(3000));
        }
        text(line, "user_agent", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36");
        text(line, "visibility", "private");
    }

    private static void text(StringBuilder line, String field, String value) {
        raw(line, field, '"' + value + '"');
    }

    private static void number(StringBuilder line, String field, long value) {
        raw(line, field, Long.toString(value));
    }

    private static void raw(StringBuilder line, String field, String value) {
        line.append('"').append(field).append("\":").append(value).append(',');
    }
}
