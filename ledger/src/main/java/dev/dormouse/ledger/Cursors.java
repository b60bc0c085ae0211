package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Named positions in the journal. */
final class Cursors {

    private static final Table<Record> CURSORS = table(name("cursors"));
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<Long> SEQ = field(name("seq"), Long.class);

    private final DSLContext sql;

    Cursors(Database database) {
        this.sql = database.sql();
    }

    long at(String name) {
        Long seq = sql.select(SEQ).from(CURSORS).where(NAME.eq(name)).fetchOne(SEQ);
        return seq == null ? 0 : seq;
    }

    void move(String name, long seq) {
        sql.insertInto(CURSORS)
                .set(NAME, name)
                .set(SEQ, seq)
                .onConflict(NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
