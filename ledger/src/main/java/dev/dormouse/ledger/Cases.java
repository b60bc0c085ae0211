package dev.dormouse.ledger;

import static dev.dormouse.ledger.CaseTable.ACCOUNT;
import static dev.dormouse.ledger.CaseTable.APPLICATION;
import static dev.dormouse.ledger.CaseTable.CASES;
import static dev.dormouse.ledger.CaseTable.COLUMNS;
import static dev.dormouse.ledger.CaseTable.ENDED;
import static dev.dormouse.ledger.CaseTable.ENDING;
import static dev.dormouse.ledger.CaseTable.ID;
import static dev.dormouse.ledger.CaseTable.IS_OPEN;
import static dev.dormouse.ledger.CaseTable.LOGIN;
import static dev.dormouse.ledger.CaseTable.REMOVED;
import static dev.dormouse.ledger.CaseTable.WORKFLOW;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.selectDistinct;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.Ledger.LastEnding;
import dev.dormouse.core.observations.SubjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Finds cases. */
final class Cases {

    private final DSLContext sql;

    Cases(Database database) {
        this.sql = database.sql();
    }

    List<Case> select(CaseQuery query) {
        return sql.select(COLUMNS)
                .from(CASES)
                .where(condition(query))
                .orderBy(ID)
                .fetch(CaseTable::read);
    }

    @Nullable
    Case find(long id) {
        return sql.select(COLUMNS).from(CASES).where(ID.eq(id)).fetchOne(CaseTable::read);
    }

    /** Whom the case is about; empty where there is no such case. */
    String subject(long id) {
        String found = sql.select(APPLICATION, ACCOUNT)
                .from(CASES)
                .where(ID.eq(id))
                .fetchOne(row -> new SubjectKey(row.get(APPLICATION), row.get(ACCOUNT)).toString());
        return found == null ? "" : found;
    }

    List<LastEnding> lastEndings(String workflow) {
        Field<Integer> rank = rowNumber()
                .over()
                .partitionBy(APPLICATION, ACCOUNT)
                .orderBy(ENDED.desc(), ID.desc())
                .as(name("newest_first"));
        Table<?> ended = sql.select(APPLICATION, ACCOUNT, ENDING, ENDED, rank)
                .from(CASES)
                .where(WORKFLOW.eq(workflow))
                .and(IS_OPEN.eq(inline(0)))
                .asTable(name("endings"));
        return sql.select(APPLICATION, ACCOUNT, ENDING, ENDED)
                .from(ended)
                .where(field(name("newest_first"), Integer.class).eq(inline(1)))
                .fetch(Cases::lastEnding);
    }

    long removedSince(String workflow, Instant since) {
        Table<?> accounts = selectDistinct(APPLICATION, ACCOUNT)
                .from(CASES)
                .where(WORKFLOW.eq(workflow))
                .and(REMOVED.ge(Instants.micros(since)))
                .asTable(name("removals"));
        return sql.fetchCount(accounts);
    }

    private static LastEnding lastEnding(Record row) {
        return new LastEnding(
                new SubjectKey(row.get(APPLICATION), row.get(ACCOUNT)),
                Ending.valueOf(row.get(ENDING)),
                Instants.instant(row.get(ENDED)));
    }

    private static Condition condition(CaseQuery query) {
        Condition condition = noCondition();
        if (query.workflow() != null) {
            condition = condition.and(WORKFLOW.eq(query.workflow()));
        }
        if (query.openOnly()) {
            condition = condition.and(IS_OPEN.eq(inline(1)));
        }
        return query.text() == null ? condition : condition.and(contains(query.text()));
    }

    /** The account is kept in lower case already; SQLite itself knows the case of ASCII letters only. */
    private static Condition contains(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Field<String> subject = concat(lower(APPLICATION), inline(":"), ACCOUNT);
        return position(subject, wanted)
                .gt(inline(0))
                .or(position(lower(LOGIN), wanted).gt(inline(0)));
    }
}
