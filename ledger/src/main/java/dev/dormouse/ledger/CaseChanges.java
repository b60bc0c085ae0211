package dev.dormouse.ledger;

import static dev.dormouse.ledger.CaseTable.ACCOUNT;
import static dev.dormouse.ledger.CaseTable.ADDRESS;
import static dev.dormouse.ledger.CaseTable.APPLICATION;
import static dev.dormouse.ledger.CaseTable.CASES;
import static dev.dormouse.ledger.CaseTable.COLUMNS;
import static dev.dormouse.ledger.CaseTable.DUE;
import static dev.dormouse.ledger.CaseTable.ENDED;
import static dev.dormouse.ledger.CaseTable.ENDING;
import static dev.dormouse.ledger.CaseTable.ID;
import static dev.dormouse.ledger.CaseTable.IS_OPEN;
import static dev.dormouse.ledger.CaseTable.LOGIN;
import static dev.dormouse.ledger.CaseTable.REMOTE_ID;
import static dev.dormouse.ledger.CaseTable.REMOVED;
import static dev.dormouse.ledger.CaseTable.STATE;
import static dev.dormouse.ledger.CaseTable.VERSION;
import static dev.dormouse.ledger.CaseTable.WORKFLOW;
import static dev.dormouse.ledger.Database.blank;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.observations.SubjectKey;
import java.util.Objects;

/** Opens cases and changes open ones. An ended case never changes again. */
final class CaseChanges {

    private final Prepared insert;
    private final Prepared update;
    private final Prepared findOpen;
    private final Prepared exists;
    private final Prepared highest;

    CaseChanges(Database database) {
        insert = database.prepare(() -> database.sql()
                .insertInto(CASES)
                .columns(COLUMNS)
                .values(COLUMNS.stream().map(Database::blank).toList()));
        update = database.prepare(() -> database.sql()
                .update(CASES)
                .set(VERSION, blank(VERSION))
                .set(LOGIN, blank(LOGIN))
                .set(REMOTE_ID, blank(REMOTE_ID))
                .set(ADDRESS, blank(ADDRESS))
                .set(STATE, blank(STATE))
                .set(IS_OPEN, blank(IS_OPEN))
                .set(DUE, blank(DUE))
                .set(ENDING, blank(ENDING))
                .set(ENDED, blank(ENDED))
                .set(REMOVED, coalesce(REMOVED, blank(REMOVED)))
                .where(ID.eq(blank(ID)))
                .and(IS_OPEN.eq(inline(1))));
        findOpen = database.prepare(() -> database.sql()
                .select(ID)
                .from(CASES)
                .where(WORKFLOW.eq(blank(WORKFLOW)))
                .and(APPLICATION.eq(blank(APPLICATION)))
                .and(ACCOUNT.eq(blank(ACCOUNT)))
                .and(IS_OPEN.eq(inline(1))));
        exists = database.prepare(() -> database.sql().select(ID).from(CASES).where(ID.eq(blank(ID))));
        highest = database.prepare(
                () -> database.sql().select(coalesce(max(ID), inline(0L))).from(CASES));
    }

    Case open(Case fresh) {
        SubjectKey subject = fresh.subject();
        Long open = fresh.isOpen() ? findOpen.number(fresh.workflow(), subject.application(), subject.account()) : null;
        if (open != null) {
            throw new IllegalStateException("case " + open + " on " + subject + " is open already under workflow "
                    + fresh.workflow() + "; it has to end before another is opened");
        }
        CaseState state = fresh.state();
        long id = Objects.requireNonNull(highest.number()) + 1;
        insert.run(
                id,
                fresh.workflow(),
                fresh.version(),
                subject.application(),
                subject.account(),
                fresh.login(),
                fresh.remoteId(),
                fresh.address(),
                Instants.micros(fresh.opened()),
                Json.write(Trigger.class, fresh.trigger()),
                Json.write(CaseState.class, state),
                fresh.isOpen() ? 1 : 0,
                Instants.microsOrNull(fresh.due()),
                CaseTable.ending(state),
                CaseTable.ended(state),
                CaseTable.removed(fresh));
        return fresh.withId(id);
    }

    void save(Case changed) {
        CaseState state = changed.state();
        int rows = update.run(
                changed.version(),
                changed.login(),
                changed.remoteId(),
                changed.address(),
                Json.write(CaseState.class, state),
                changed.isOpen() ? 1 : 0,
                Instants.microsOrNull(changed.due()),
                CaseTable.ending(state),
                CaseTable.ended(state),
                CaseTable.removed(changed),
                changed.id());
        if (rows == 0) {
            throw new IllegalStateException(
                    exists.number(changed.id()) == null
                            ? "there is no case " + changed.id() + "; open it before it is saved"
                            : "case " + changed.id() + " has ended and cannot change any more");
        }
    }
}
