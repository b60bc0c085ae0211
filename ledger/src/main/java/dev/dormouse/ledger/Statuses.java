package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dormouse.core.ledger.WorkflowStatus;
import dev.dormouse.core.ledger.WorkflowStatus.Plan;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.core.ledger.WorkflowStatus.Release;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** What each workflow may do now. */
final class Statuses {

    private static final Table<Record> STATUSES = table(name("statuses"));
    private static final Field<String> WORKFLOW = field(name("workflow"), String.class);
    private static final Field<Integer> APPROVED = field(name("approved_version"), Integer.class);
    private static final Field<String> PLAN = field(name("plan"), String.class);
    private static final Field<String> QUARANTINE = field(name("quarantine"), String.class);
    private static final Field<String> RELEASED = field(name("released"), String.class);

    private final DSLContext sql;

    Statuses(Database database) {
        this.sql = database.sql();
    }

    WorkflowStatus of(String workflow) {
        WorkflowStatus found = sql.select(WORKFLOW, APPROVED, PLAN, QUARANTINE, RELEASED)
                .from(STATUSES)
                .where(WORKFLOW.eq(workflow))
                .fetchOne(Statuses::read);
        return found == null ? WorkflowStatus.fresh(workflow) : found;
    }

    void save(WorkflowStatus status) {
        sql.insertInto(STATUSES)
                .set(WORKFLOW, status.workflow())
                .set(APPROVED, status.approvedVersion())
                .set(PLAN, text(Plan.class, status.plan()))
                .set(QUARANTINE, text(Quarantine.class, status.quarantine()))
                .set(RELEASED, text(Release.class, status.release()))
                .onConflict(WORKFLOW)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static WorkflowStatus read(Record row) {
        return new WorkflowStatus(
                row.get(WORKFLOW),
                row.get(APPROVED),
                value(Plan.class, row.get(PLAN)),
                value(Quarantine.class, row.get(QUARANTINE)),
                value(Release.class, row.get(RELEASED)));
    }

    private static <T> @Nullable String text(Class<T> type, @Nullable T value) {
        return value == null ? null : Json.write(type, value);
    }

    private static <T> @Nullable T value(Class<T> type, @Nullable String text) {
        return text == null ? null : Json.read(type, text);
    }
}
