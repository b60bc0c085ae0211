package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The columns of the journal and of its head. */
final class JournalTable {

    static final Table<Record> JOURNAL = table(name("journal"));
    static final Field<Long> SEQ = field(name("journal", "seq"), Long.class);
    static final Field<Long> MADE = field(name("made"), Long.class);
    static final Field<String> KIND = field(name("kind"), String.class);
    static final Field<String> WORKFLOW = field(name("workflow"), String.class);
    static final Field<Long> CASE_ID = field(name("case_id"), Long.class);
    static final Field<String> SUBJECT = field(name("subject"), String.class);
    static final Field<String> ACTOR = field(name("actor"), String.class);
    static final Field<String> WORDS = field(name("words"), String.class);
    static final Field<String> DETAILS = field(name("details"), String.class);
    static final Field<String> PREVIOUS = field(name("previous"), String.class);
    static final Field<String> HASH = field(name("journal", "hash"), String.class);
    static final List<Field<?>> COLUMNS =
            List.of(SEQ, MADE, KIND, WORKFLOW, CASE_ID, SUBJECT, ACTOR, WORDS, DETAILS, PREVIOUS, HASH);

    static final Table<Record> JOURNAL_HEAD = table(name("journal_head"));
    static final Field<Long> HEAD_SEQ = field(name("journal_head", "seq"), Long.class);
    static final Field<String> HEAD_HASH = field(name("journal_head", "hash"), String.class);

    private JournalTable() {}

    static StoredEntry read(Record row) {
        return new StoredEntry(
                row.get(SEQ),
                row.get(MADE),
                row.get(KIND),
                row.get(WORKFLOW),
                row.get(CASE_ID),
                row.get(SUBJECT),
                row.get(ACTOR),
                row.get(WORDS),
                row.get(DETAILS),
                row.get(PREVIOUS));
    }
}
