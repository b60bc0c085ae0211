package dev.dormouse.ledger;

import static dev.dormouse.ledger.JournalTable.COLUMNS;
import static dev.dormouse.ledger.JournalTable.HASH;
import static dev.dormouse.ledger.JournalTable.HEAD_HASH;
import static dev.dormouse.ledger.JournalTable.HEAD_SEQ;
import static dev.dormouse.ledger.JournalTable.JOURNAL;
import static dev.dormouse.ledger.JournalTable.JOURNAL_HEAD;
import static dev.dormouse.ledger.JournalTable.MADE;
import static dev.dormouse.ledger.JournalTable.SEQ;

import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import java.time.Instant;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The append-only record. The head is read once at the start of a transaction and written once at its end. */
final class Journal {

    private final DSLContext sql;
    private final HashChain chain = new HashChain();
    private final Prepared insert;
    private Head written = Head.EMPTY;
    private Head head = Head.EMPTY;

    Journal(Database database) {
        sql = database.sql();
        insert = database.prepare(() -> sql.insertInto(JOURNAL)
                .columns(COLUMNS)
                .values(COLUMNS.stream().map(Database::blank).toList()));
    }

    void begin() {
        written = storedHead();
        head = written;
    }

    void append(Draft draft) {
        StoredEntry entry = StoredEntry.after(head, draft);
        String hash = chain.hash(entry);
        insert.run(
                entry.seq(),
                entry.made(),
                entry.kind(),
                entry.workflow(),
                entry.caseId(),
                entry.subject(),
                entry.actor(),
                entry.words(),
                entry.details(),
                entry.previous(),
                hash);
        head = new Head(entry.seq(), hash);
    }

    /** The head that the transaction leaves behind. */
    Head end() {
        if (!head.equals(written)) {
            sql.update(JOURNAL_HEAD)
                    .set(HEAD_SEQ, head.seq())
                    .set(HEAD_HASH, head.hash())
                    .execute();
        }
        return head;
    }

    @Nullable
    Instant lastMade() {
        Long made =
                sql.select(MADE).from(JOURNAL).where(SEQ.eq(storedHead().seq())).fetchOne(MADE);
        return Instants.instantOrNull(made);
    }

    long lastSeq() {
        return head.seq();
    }

    Head storedHead() {
        Head stored = sql.select(HEAD_SEQ, HEAD_HASH)
                .from(JOURNAL_HEAD)
                .fetchOne(row -> new Head(row.get(HEAD_SEQ), row.get(HEAD_HASH)));
        if (stored == null) {
            throw new LedgerException(
                    LedgerErrorCode.TAMPERED,
                    "the ledger has lost the head of its journal; put the newest backup back and see what"
                            + " dormouse journal verify says");
        }
        return stored;
    }

    /** The hash of that entry; null where there is none. */
    @Nullable
    String hashOf(long seq) {
        return seq == 0
                ? Head.EMPTY.hash()
                : sql.select(HASH).from(JOURNAL).where(SEQ.eq(seq)).fetchOne(HASH);
    }

    void entries(long afterSeq, Consumer<JournalEntry> sink) {
        try (Cursor<Record> rows = sql.select(COLUMNS)
                .from(JOURNAL)
                .where(SEQ.gt(afterSeq))
                .orderBy(SEQ)
                .fetchLazy()) {
            rows.forEach(row -> sink.accept(JournalTable.read(row).withHash(row.get(HASH))));
        }
    }
}
