package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dormouse.core.ledger.GroupMemory;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What is remembered of each exempting group from pass to pass. */
final class GroupMemories {

    private static final Table<Record> MEMORIES = table(name("group_memories"));
    private static final Field<String> WORKFLOW = field(name("workflow"), String.class);
    private static final Field<String> APPLICATION = field(name("application"), String.class);
    private static final Field<String> ENTITLEMENT = field(name("entitlement"), String.class);
    private static final Field<Long> USUAL_ACCOUNTS = field(name("usual_accounts"), Long.class);
    private static final Field<Long> SHRUNK_TO = field(name("shrunk_to"), Long.class);

    private final DSLContext sql;

    GroupMemories(Database database) {
        this.sql = database.sql();
    }

    List<GroupMemory> of(String workflow) {
        return sql.select(WORKFLOW, APPLICATION, ENTITLEMENT, USUAL_ACCOUNTS, SHRUNK_TO)
                .from(MEMORIES)
                .where(WORKFLOW.eq(workflow))
                .orderBy(APPLICATION, ENTITLEMENT)
                .fetch(row -> new GroupMemory(
                        row.get(WORKFLOW),
                        row.get(APPLICATION),
                        row.get(ENTITLEMENT),
                        row.get(USUAL_ACCOUNTS),
                        row.get(SHRUNK_TO)));
    }

    void save(GroupMemory memory) {
        sql.insertInto(MEMORIES)
                .set(WORKFLOW, memory.workflow())
                .set(APPLICATION, memory.application())
                .set(ENTITLEMENT, memory.group())
                .set(USUAL_ACCOUNTS, memory.usual())
                .set(SHRUNK_TO, memory.shrunkTo())
                .onConflict(WORKFLOW, APPLICATION, ENTITLEMENT)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
