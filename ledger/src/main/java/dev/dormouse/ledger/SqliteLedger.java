package dev.dormouse.ledger;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.ledger.GroupMemory;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.LedgerTransaction;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.ledger.WorkflowVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in one SQLite file. A write that returned survives the loss of power. For one thread; other processes may
 * read the same file at the same time. Every fault of the file or the disk is a {@link LedgerException} of one line.
 */
public final class SqliteLedger implements Ledger {

    private final Path file;
    private final Database database;
    private final Rooms rooms;
    private final HeadFile headFile;
    private final boolean readOnly;
    private boolean writing;
    private Head head = Head.EMPTY;

    private SqliteLedger(Path file, Database database, Mode mode) {
        this.file = file;
        this.database = database;
        this.rooms = Rooms.in(database);
        this.headFile = new HeadFile(file);
        this.readOnly = mode == Mode.READING;
    }

    /**
     * Opens the ledger for reading and writing; makes it where there is none, and brings an older one up to date.
     *
     * @param file in a folder that exists; {@code journal.head} is kept beside it
     * @throws LedgerException where the file is damaged, something else, or from a newer program, or where
     *     {@code journal.head} shows that the end of the journal was cut off
     */
    public static SqliteLedger open(Path file) {
        SqliteLedger ledger = new SqliteLedger(file, LedgerFile.forWriting(file), Mode.WRITING);
        try {
            ledger.headFile.settle(ledger.rooms.journal());
            ledger.head = ledger.rooms.journal().storedHead();
            return ledger;
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /**
     * Opens an existing ledger for reading, also while another process writes to it.
     *
     * @throws LedgerException where there is no such file, or it is damaged, something else, or of another version
     */
    public static SqliteLedger openReadOnly(Path file) {
        return new SqliteLedger(file, LedgerFile.forReading(file), Mode.READING);
    }

    @Override
    public <T> T write(Function<LedgerTransaction, T> work) {
        if (readOnly) {
            throw new IllegalStateException("ledger " + file + " was opened for reading; nothing can be written");
        }
        if (writing) {
            throw new IllegalStateException("a transaction of the ledger is under way; use it instead of a second one");
        }
        // Where this failed after an earlier commit: nothing more is written before the file has caught up.
        headFile.write(head);
        T result = inTransaction(work);
        try {
            headFile.write(head);
        } catch (LedgerException e) {
            // The work is on disk and must not look undone. The next write tries again, and says so before it begins.
            return result;
        }
        return result;
    }

    private <T> T inTransaction(Function<LedgerTransaction, T> work) {
        SqliteTransaction transaction = new SqliteTransaction(rooms);
        writing = true;
        try {
            database.begin();
            rooms.journal().begin();
            T result = work.apply(transaction);
            Head end = rooms.journal().end();
            database.commit();
            head = end;
            return result;
        } catch (RuntimeException | Error e) {
            database.rollback(e);
            throw e;
        } finally {
            transaction.end();
            writing = false;
        }
    }

    @Override
    public List<Case> cases(CaseQuery query) {
        return rooms.cases().select(query);
    }

    @Override
    public @Nullable Case findCase(long id) {
        return rooms.cases().find(id);
    }

    @Override
    public List<LastEnding> lastEndings(String workflow) {
        return rooms.cases().lastEndings(workflow);
    }

    @Override
    public List<Intent> unfinished() {
        return rooms.intents().unfinished();
    }

    @Override
    public @Nullable Intent findIntent(String key) {
        return rooms.intents().find(key);
    }

    @Override
    public long removedSince(String workflow, Instant since) {
        return rooms.cases().removedSince(workflow, since);
    }

    @Override
    public @Nullable WorkflowVersion findVersion(String workflow) {
        return rooms.versions().newest(workflow);
    }

    @Override
    public @Nullable WorkflowVersion findVersion(String workflow, int version) {
        return rooms.versions().find(workflow, version);
    }

    @Override
    public WorkflowStatus status(String workflow) {
        return rooms.statuses().of(workflow);
    }

    @Override
    public List<SourceMemory> sourceMemories() {
        return rooms.sources().all();
    }

    @Override
    public List<GroupMemory> groupMemories(String workflow) {
        return rooms.groups().of(workflow);
    }

    @Override
    public @Nullable Instant lastWritten() {
        return rooms.journal().lastMade();
    }

    @Override
    public void journal(long afterSeq, Consumer<JournalEntry> sink) {
        rooms.journal().entries(afterSeq, sink);
    }

    @Override
    public long cursor(String name) {
        return rooms.cursors().at(name);
    }

    @Override
    public Verification verify() {
        return new Verifier(headFile).verify(database.sql());
    }

    @Override
    public void close() {
        database.close();
    }

    private enum Mode {
        READING,
        WRITING
    }
}
