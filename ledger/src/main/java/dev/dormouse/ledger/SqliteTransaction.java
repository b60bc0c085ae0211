package dev.dormouse.ledger;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.GroupMemory;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.LedgerTransaction;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;

/** Hands each thing to the room where it is kept, as long as the transaction lasts. */
final class SqliteTransaction implements LedgerTransaction {

    private final Rooms rooms;
    private boolean over;

    SqliteTransaction(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public Case open(Case fresh) {
        requireRunning();
        return rooms.caseChanges().open(fresh);
    }

    @Override
    public void save(Case changed) {
        requireRunning();
        rooms.caseChanges().save(changed);
    }

    @Override
    public void intend(Intent intent) {
        requireRunning();
        rooms.intents().add(intent);
        rooms.journal().append(IntentEntries.announced(intent, subject(intent)));
    }

    @Override
    public void finish(String key, Intent.Result result) {
        requireRunning();
        Intent intent = rooms.intents().finish(key, result);
        rooms.journal().append(IntentEntries.finished(intent, result, subject(intent)));
    }

    @Override
    public void append(Draft draft) {
        requireRunning();
        rooms.journal().append(draft);
    }

    @Override
    public int addVersion(Workflow workflow, Instant at) {
        requireRunning();
        return rooms.versions().add(workflow, at);
    }

    @Override
    public void save(WorkflowStatus status) {
        requireRunning();
        rooms.statuses().save(status);
    }

    @Override
    public void save(SourceMemory memory) {
        requireRunning();
        rooms.sources().save(memory);
    }

    @Override
    public void save(GroupMemory memory) {
        requireRunning();
        rooms.groups().save(memory);
    }

    @Override
    public long moveCursor(String name) {
        requireRunning();
        long end = rooms.journal().lastSeq();
        rooms.cursors().move(name, end);
        return end;
    }

    void end() {
        over = true;
    }

    private String subject(Intent intent) {
        return intent.cases().size() == 1 ? rooms.cases().subject(intent.cases().getFirst()) : "";
    }

    private void requireRunning() {
        if (over) {
            throw new IllegalStateException("the transaction of the ledger is over; begin another one");
        }
    }
}
