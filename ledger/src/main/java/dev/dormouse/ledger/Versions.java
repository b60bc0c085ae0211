package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import dev.dormouse.core.ledger.WorkflowVersion;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.Fingerprints;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The versions of the workflow documents; one that was written is never changed. */
final class Versions {

    private static final Table<Record> VERSIONS = table(name("versions"));
    private static final Field<String> WORKFLOW = field(name("workflow"), String.class);
    private static final Field<Integer> VERSION = field(name("version"), Integer.class);
    private static final Field<String> WHOLE = field(name("whole"), String.class);
    private static final Field<String> SELECTING = field(name("selecting"), String.class);
    private static final Field<String> ACTING = field(name("acting"), String.class);
    private static final Field<String> DOCUMENT = field(name("document"), String.class);
    private static final Field<Long> MADE = field(name("made"), Long.class);

    private final DSLContext sql;

    Versions(Database database) {
        this.sql = database.sql();
    }

    int add(Workflow workflow, Instant at) {
        WorkflowVersion newest = newest(workflow.name());
        int version = newest == null ? 1 : newest.version() + 1;
        sql.insertInto(VERSIONS)
                .set(WORKFLOW, workflow.name())
                .set(VERSION, version)
                .set(WHOLE, workflow.fingerprints().whole())
                .set(SELECTING, workflow.fingerprints().selecting())
                .set(ACTING, workflow.fingerprints().acting())
                .set(DOCUMENT, workflow.text())
                .set(MADE, Instants.micros(at))
                .execute();
        return version;
    }

    @Nullable
    WorkflowVersion newest(String workflow) {
        return find(workflow, noCondition());
    }

    @Nullable
    WorkflowVersion find(String workflow, int version) {
        return find(workflow, VERSION.eq(version));
    }

    private @Nullable WorkflowVersion find(String workflow, Condition which) {
        return sql.select(WORKFLOW, VERSION, WHOLE, SELECTING, ACTING, DOCUMENT, MADE)
                .from(VERSIONS)
                .where(WORKFLOW.eq(workflow))
                .and(which)
                .orderBy(VERSION.desc())
                .limit(1)
                .fetchOne(Versions::read);
    }

    private static WorkflowVersion read(Record row) {
        return new WorkflowVersion(
                row.get(WORKFLOW),
                row.get(VERSION),
                new Fingerprints(row.get(WHOLE), row.get(SELECTING), row.get(ACTING)),
                row.get(DOCUMENT),
                Instants.instant(row.get(MADE)));
    }
}
