package dev.dormouse.ledger;

import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of the journal about effects. */
final class IntentEntries {

    private static final String DORMOUSE = "dormouse";

    private IntentEntries() {}

    static Draft announced(Intent intent, String subject) {
        String kind = intent.kind().name().toLowerCase(Locale.ROOT);
        Map<String, String> data = Map.of(
                "key", intent.key(), "intent", kind, "cases", cases(intent), "payloadSha256", sha256(intent.payload()));
        return new Draft(
                intent.at(),
                JournalKind.INTENT,
                intent.workflow(),
                caseId(intent),
                subject,
                DORMOUSE,
                "about to begin: " + kind + " " + intent.key(),
                data);
    }

    static Draft finished(Intent intent, Intent.Result result, String subject) {
        Map<String, String> data = Map.of(
                "key",
                intent.key(),
                "cases",
                cases(intent),
                "word",
                result.word(),
                "detail",
                result.detail(),
                "remoteId",
                result.remoteId());
        return new Draft(
                result.at(),
                JournalKind.OUTCOME,
                intent.workflow(),
                caseId(intent),
                subject,
                DORMOUSE,
                result.detail().isBlank() ? result.word() : result.word() + ": " + result.detail(),
                data);
    }

    private static long caseId(Intent intent) {
        return intent.cases().size() == 1 ? intent.cases().getFirst() : 0;
    }

    private static String cases(Intent intent) {
        return intent.cases().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The payload itself may be long and personal; its hash is enough to show that it was not changed later. */
    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
