package dev.dormouse.ledger;

import static dev.dormouse.ledger.JournalTable.COLUMNS;
import static dev.dormouse.ledger.JournalTable.HASH;
import static dev.dormouse.ledger.JournalTable.HEAD_HASH;
import static dev.dormouse.ledger.JournalTable.HEAD_SEQ;
import static dev.dormouse.ledger.JournalTable.JOURNAL;
import static dev.dormouse.ledger.JournalTable.JOURNAL_HEAD;
import static dev.dormouse.ledger.JournalTable.SEQ;
import static org.jooq.impl.DSL.noCondition;

import dev.dormouse.core.ledger.Ledger.Verification;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads the whole journal and reports every entry that is not as it was written. */
final class Verifier {

    private static final int REPORTED = 20;

    private final HashChain chain = new HashChain();
    private final List<String> faults = new ArrayList<>();
    private final HeadFile headFile;
    private long entries;
    private int unreported;
    private Head last = Head.EMPTY;
    private boolean lastIsSound = true;
    private @Nullable Head row;
    private @Nullable Head beside;
    private @Nullable String hashBeside;

    Verifier(HeadFile headFile) {
        this.headFile = headFile;
    }

    Verification verify(DSLContext sql) {
        readHeadFile();
        // One statement sees one state of the database, also while another process writes.
        try (Cursor<Record> rows = sql.select(COLUMNS)
                .select(HEAD_SEQ, HEAD_HASH)
                .from(sql.selectOne().asTable("one"))
                .leftJoin(JOURNAL_HEAD)
                .on(noCondition())
                .leftJoin(JOURNAL)
                .on(noCondition())
                .orderBy(SEQ)
                .fetchLazy()) {
            rows.forEach(this::check);
        }
        checkHeadRow();
        checkHeadFile();
        if (unreported > 0) {
            faults.add("and " + unreported + " more");
        }
        return new Verification(entries, last.seq() == 0 ? "" : last.hash(), faults);
    }

    /** Before the journal is read: what is written meanwhile can only make the file older than the journal. */
    private void readHeadFile() {
        try {
            beside = headFile.read();
            hashBeside = beside != null && beside.seq() == 0 ? Head.EMPTY.hash() : null;
        } catch (LedgerException e) {
            fault(e.getMessage());
            beside = Head.EMPTY;
            hashBeside = Head.EMPTY.hash();
        }
    }

    private void check(Record columns) {
        if (columns.get(HEAD_SEQ) != null) {
            row = new Head(columns.get(HEAD_SEQ), columns.get(HEAD_HASH));
        }
        if (columns.get(SEQ) == null) {
            return;
        }
        entries++;
        check(JournalTable.read(columns), columns.get(HASH));
    }

    private void check(StoredEntry entry, String hash) {
        long seq = entry.seq();
        boolean isSound = chain.hash(entry).equals(hash);
        if (seq != last.seq() + 1) {
            fault("entry " + (last.seq() + 1) + " is missing: entry " + seq + " follows on entry " + last.seq());
        } else if (!isSound) {
            fault("entry " + seq + " is not as it was written: its content does not have its hash");
        } else if (!entry.previous().equals(last.hash()) && lastIsSound) {
            fault("entry " + (seq == 1 ? 1 : seq - 1) + " is not as it was written: entry " + seq
                    + " was written after another one");
        }
        if (beside != null && beside.seq() == seq) {
            hashBeside = hash;
        }
        last = new Head(seq, hash);
        lastIsSound = isSound;
    }

    private void checkHeadRow() {
        if (row == null) {
            fault("the head of the journal is missing in the ledger, after entry " + last.seq());
        } else if (row.seq() > last.seq()) {
            fault("entry " + (last.seq() + 1) + " is missing: the ledger names entry " + row.seq() + " as the last");
        } else if (row.seq() < last.seq()) {
            fault("entry " + (row.seq() + 1) + " was added from outside: the ledger names entry " + row.seq()
                    + " as the last");
        } else if (!row.hash().equals(last.hash())) {
            fault("entry " + last.seq() + " is not the one that the head in the ledger names");
        }
    }

    private void checkHeadFile() {
        if (beside == null) {
            if (last.seq() > 0) {
                fault(HeadFile.NAME + " is missing: whether entries after " + last.seq()
                        + " were cut off cannot be told");
            }
        } else if (beside.seq() > last.seq()) {
            fault("entry " + (last.seq() + 1) + " is missing: " + HeadFile.NAME + " names entry " + beside.seq()
                    + " as written");
        } else if (!beside.hash().equals(hashBeside)) {
            fault("entry " + beside.seq() + " is not the one that " + HeadFile.NAME + " names");
        }
    }

    private void fault(String line) {
        if (faults.size() < REPORTED) {
            faults.add(line);
        } else {
            unreported++;
        }
    }
}
