package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dormouse.core.ledger.SourceMemory;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What is remembered of each source from pass to pass. */
final class SourceMemories {

    private static final Table<Record> MEMORIES = table(name("source_memories"));
    private static final Field<String> SOURCE = field(name("source"), String.class);
    private static final Field<String> APPLICATION = field(name("application"), String.class);
    private static final Field<Long> USUAL_RECORDS = field(name("usual_records"), Long.class);
    private static final Field<String> FINGERPRINT = field(name("fingerprint"), String.class);
    private static final Field<Long> FIRST_SEEN = field(name("first_seen"), Long.class);

    private final DSLContext sql;

    SourceMemories(Database database) {
        this.sql = database.sql();
    }

    List<SourceMemory> all() {
        return sql.select(SOURCE, APPLICATION, USUAL_RECORDS, FINGERPRINT, FIRST_SEEN)
                .from(MEMORIES)
                .orderBy(SOURCE, APPLICATION)
                .fetch(row -> new SourceMemory(
                        row.get(SOURCE),
                        row.get(APPLICATION),
                        row.get(USUAL_RECORDS),
                        row.get(FINGERPRINT),
                        Instants.instant(row.get(FIRST_SEEN))));
    }

    void save(SourceMemory memory) {
        sql.insertInto(MEMORIES)
                .set(SOURCE, memory.source())
                .set(APPLICATION, memory.application())
                .set(USUAL_RECORDS, memory.usualRecords())
                .set(FINGERPRINT, memory.fingerprint())
                .set(FIRST_SEEN, Instants.micros(memory.firstSeen()))
                .onConflict(SOURCE, APPLICATION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
