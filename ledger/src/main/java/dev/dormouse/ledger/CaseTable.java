package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Following;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.observations.SubjectKey;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The columns of a case, and what of its state is copied into columns of its own so that it can be searched. */
final class CaseTable {

    static final Table<Record> CASES = table(name("cases"));
    static final Field<Long> ID = field(name("id"), Long.class);
    static final Field<String> WORKFLOW = field(name("workflow"), String.class);
    static final Field<Integer> VERSION = field(name("version"), Integer.class);
    static final Field<String> APPLICATION = field(name("application"), String.class);
    static final Field<String> ACCOUNT = field(name("account"), String.class);
    static final Field<String> LOGIN = field(name("login"), String.class);
    static final Field<String> REMOTE_ID = field(name("remote_id"), String.class);
    static final Field<String> ADDRESS = field(name("address"), String.class);
    static final Field<Long> OPENED = field(name("opened"), Long.class);
    static final Field<String> CAUSE = field(name("cause"), String.class);
    static final Field<String> STATE = field(name("state"), String.class);
    static final Field<Integer> IS_OPEN = field(name("is_open"), Integer.class);
    static final Field<Long> DUE = field(name("due"), Long.class);
    static final Field<String> ENDING = field(name("ending"), String.class);
    static final Field<Long> ENDED = field(name("ended"), Long.class);
    /** When the account was taken away; stays when the follow-ups end the case later. */
    static final Field<Long> REMOVED = field(name("removed"), Long.class);

    static final List<Field<?>> COLUMNS = List.of(
            ID,
            WORKFLOW,
            VERSION,
            APPLICATION,
            ACCOUNT,
            LOGIN,
            REMOTE_ID,
            ADDRESS,
            OPENED,
            CAUSE,
            STATE,
            IS_OPEN,
            DUE,
            ENDING,
            ENDED,
            REMOVED);

    private CaseTable() {}

    static Case read(Record row) {
        return new Case(
                row.get(ID),
                Json.read(Trigger.class, row.get(CAUSE)),
                row.get(WORKFLOW),
                row.get(VERSION),
                new SubjectKey(row.get(APPLICATION), row.get(ACCOUNT)),
                row.get(LOGIN),
                row.get(REMOTE_ID),
                row.get(ADDRESS),
                Instants.instant(row.get(OPENED)),
                Json.read(CaseState.class, row.get(STATE)),
                Instants.instantOrNull(row.get(DUE)));
    }

    static @Nullable String ending(CaseState state) {
        return state instanceof Ended ended ? ended.ending().name() : null;
    }

    static @Nullable Long ended(CaseState state) {
        return state instanceof Ended ended ? Instants.micros(ended.at()) : null;
    }

    /** When something was taken, for what limits removals; also where not all was, or it stopped half-way. */
    static @Nullable Long removed(Case changed) {
        Instant at = switch (changed.state()) {
            case Following following -> following.removedAt();
            case Ended ended ->
                ended.ending() == CaseState.Ending.REMOVED || isHalfRemoved(changed, ended) ? ended.at() : null;
            case CaseState.Reviewing s -> null;
            case CaseState.Held s -> null;
            case CaseState.Removing s -> null;
            case CaseState.NeedsPerson s -> null;
            case CaseState.Restoring s -> null;
        };
        return Instants.microsOrNull(at);
    }

    private static boolean isHalfRemoved(Case changed, Ended ended) {
        return ended.access() != null && !(changed.trigger() instanceof Trigger.Restore);
    }
}
