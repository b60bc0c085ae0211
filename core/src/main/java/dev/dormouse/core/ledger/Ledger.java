package dev.dormouse.core.ledger;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.observations.SubjectKey;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The durable store. A transaction that returned is on disk; one that threw, or whose process died, left nothing.
 * Instants are kept to the microsecond. Called by one thread.
 */
public interface Ledger extends AutoCloseable {

    /** Runs the work in one transaction: all of it or nothing. */
    <T> T write(Function<LedgerTransaction, T> work);

    /** Cases by id, oldest first. */
    List<Case> cases(CaseQuery query);

    @Nullable
    Case findCase(long id);

    /** For every subject of the workflow that ever had a case: how and when the newest ended case ended. */
    List<LastEnding> lastEndings(String workflow);

    /** Intents that have no outcome: the process died in between. Oldest first. */
    List<Intent> unfinished();

    /** The intent with this key; null where there was none. */
    @Nullable
    Intent findIntent(String key);

    /** How many accounts were removed under the workflow at or after this instant. */
    long removedSince(String workflow, Instant since);

    /** The newest version of the workflow; null before the first. */
    @Nullable
    WorkflowVersion findVersion(String workflow);

    /** That version of the workflow; null where there is none. */
    @Nullable
    WorkflowVersion findVersion(String workflow, int version);

    WorkflowStatus status(String workflow);

    /** What is remembered of every source; see {@link SourceMemory}. */
    List<SourceMemory> sourceMemories();

    /** What is remembered of the exempting groups of the workflow; see {@link GroupMemory}. */
    List<GroupMemory> groupMemories(String workflow);

    /** Hands the entries after {@code afterSeq} to the sink, in order. */
    void journal(long afterSeq, Consumer<JournalEntry> sink);

    /** When the last entry of the journal was made; null where there is none. */
    @Nullable
    Instant lastWritten();

    /** A named position in the journal, up to which something was reported; 0 at first. */
    long cursor(String name);

    /** Recomputes the whole hash chain and compares it with the head kept beside the store. */
    Verification verify();

    @Override
    void close();

    /**
     * Which cases; null and false mean: whatever.
     *
     * @param text part of an application or login, without case
     */
    record CaseQuery(
            @Nullable String workflow,
            boolean openOnly,
            @Nullable String text) {

        public static CaseQuery open(String workflow) {
            return new CaseQuery(workflow, true, null);
        }
    }

    /** How the newest ended case of a subject ended. */
    record LastEnding(SubjectKey subject, Ending ending, Instant at) {}

    /**
     * The result of checking the journal.
     *
     * @param entries how many were read
     * @param head the hash of the last entry in hexadecimal; empty for an empty journal
     * @param faults one line each, the first naming the first entry that is not as it was written; empty for intact
     */
    record Verification(long entries, String head, List<String> faults) {

        public Verification {
            faults = List.copyOf(faults);
        }
    }
}
