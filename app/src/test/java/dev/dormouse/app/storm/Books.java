package dev.dormouse.app.storm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.Verification;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.ledger.SqliteLedger;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger as it stands, read from outside. */
record Books(
        List<Case> cases,
        List<JournalEntry> journal,
        Map<String, Intent> intents,
        List<Intent> unfinished,
        WorkflowStatus status,
        Verification verification) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param keys of messages whose intents are wanted */
    static Books read(Path folder, Set<String> keys) {
        Path file = folder.resolve(".dormouse").resolve("ledger.db");
        if (!Files.exists(file)) {
            WorkflowStatus fresh = WorkflowStatus.fresh(Command.WORKFLOW);
            return new Books(List.of(), List.of(), Map.of(), List.of(), fresh, new Verification(0, "", List.of()));
        }
        try (Ledger ledger = SqliteLedger.openReadOnly(file)) {
            List<JournalEntry> journal = new ArrayList<>();
            ledger.journal(0, journal::add);
            Map<String, Intent> intents = new HashMap<>();
            for (String key : keys) {
                Intent found = ledger.findIntent(key);
                if (found != null) {
                    intents.put(key, found);
                }
            }
            return new Books(
                    ledger.cases(new CaseQuery(null, false, null)),
                    journal,
                    intents,
                    ledger.unfinished(),
                    ledger.status(Command.WORKFLOW),
                    ledger.verify());
        }
    }

    List<Case> of(String subject) {
        return cases.stream()
                .filter(one -> one.subject().toString().equals(subject))
                .toList();
    }

    @Nullable
    Case open(String subject) {
        return of(subject).stream().filter(Case::isOpen).findFirst().orElse(null);
    }

    long count(long caseId, JournalKind kind, String event) {
        return journal.stream()
                .map(JournalEntry::draft)
                .filter(one -> one.caseId() == caseId && one.kind() == kind)
                .filter(one -> event.equals(one.data().get("event")))
                .count();
    }

    /** What the intent of a message says about it. */
    JsonNode payload(String key) {
        Intent intent = intents.get(key);
        if (intent == null) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(intent.payload());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
