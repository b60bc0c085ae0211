package dev.dormouse.core.ledger;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;

/** What can be written, all in one piece. */
public interface LedgerTransaction {

    /**
     * Opens a case; the returned one has its id.
     *
     * @throws IllegalStateException where the workflow has an open case on the same subject already
     */
    Case open(Case fresh);

    void save(Case changed);

    /** Announces an effect before it is made, and journals it as {@link JournalKind#INTENT}. The key is unique for ever. */
    void intend(Intent intent);

    /** Writes down what came of an effect, and journals it as {@link JournalKind#OUTCOME}. */
    void finish(String key, Intent.Result result);

    /** Appends to the journal; the ledger gives sequence number and hash. */
    void append(JournalEntry.Draft draft);

    /** The number of the new version, counted from 1. */
    int addVersion(Workflow workflow, Instant at);

    void save(WorkflowStatus status);

    void save(SourceMemory memory);

    void save(GroupMemory memory);

    /** Moves a cursor to the present end of the journal and returns that position. */
    long moveCursor(String name);
}
