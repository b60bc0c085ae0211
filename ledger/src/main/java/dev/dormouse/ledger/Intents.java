package dev.dormouse.ledger;

import static dev.dormouse.ledger.Database.blank;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dormouse.core.ledger.Intent;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Effects that were announced, and what came of them. */
final class Intents {

    private static final Table<Record> INTENTS = table(name("intents"));
    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<String> KEY = field(name("intent_key"), String.class);
    private static final Field<String> KIND = field(name("kind"), String.class);
    private static final Field<String> WORKFLOW = field(name("workflow"), String.class);
    private static final Field<String> CASES = field(name("cases"), String.class);
    private static final Field<String> PAYLOAD = field(name("payload"), String.class);
    private static final Field<Long> MADE = field(name("made"), Long.class);
    private static final Field<String> WORD = field(name("result_word"), String.class);
    private static final Field<String> DETAIL = field(name("result_detail"), String.class);
    private static final Field<String> REMOTE_ID = field(name("result_remote_id"), String.class);
    private static final Field<Long> RESULT_MADE = field(name("result_made"), Long.class);
    private static final List<Field<?>> COLUMNS =
            List.of(KEY, KIND, WORKFLOW, CASES, PAYLOAD, MADE, WORD, DETAIL, REMOTE_ID, RESULT_MADE);
    private static final List<Field<?>> INSERTED = List.of(KEY, KIND, WORKFLOW, CASES, PAYLOAD, MADE);

    private final DSLContext sql;
    private final Prepared insert;
    private final Prepared update;
    private final Prepared exists;

    Intents(Database database) {
        sql = database.sql();
        insert = database.prepare(() -> sql.insertInto(INTENTS)
                .columns(INSERTED)
                .values(INSERTED.stream().map(Database::blank).toList()));
        update = database.prepare(() -> sql.update(INTENTS)
                .set(WORD, blank(WORD))
                .set(DETAIL, blank(DETAIL))
                .set(REMOTE_ID, blank(REMOTE_ID))
                .set(RESULT_MADE, blank(RESULT_MADE))
                .where(KEY.eq(blank(KEY)))
                .and(WORD.isNull()));
        exists = database.prepare(() -> sql.select(ID).from(INTENTS).where(KEY.eq(blank(KEY))));
    }

    void add(Intent intent) {
        if (intent.result() != null) {
            throw new IllegalArgumentException(
                    "intent " + intent.key() + " has a result already; an intent is written down before its effect");
        }
        if (exists.number(intent.key()) != null) {
            throw new IllegalStateException(
                    "intent " + intent.key() + " was written down before; every effect needs a key of its own");
        }
        insert.run(
                intent.key(),
                intent.kind().name(),
                intent.workflow(),
                Json.writeNumbers(intent.cases()),
                intent.payload(),
                Instants.micros(intent.at()));
    }

    /** The intent as it was before. */
    Intent finish(String key, Intent.Result result) {
        Intent before = find(key);
        if (before == null) {
            throw new IllegalStateException("there is no intent " + key + "; nothing can have come of it");
        }
        if (before.result() != null) {
            throw new IllegalStateException("intent " + key + " is finished already: "
                    + before.result().word() + " at " + before.result().at());
        }
        update.run(result.word(), result.detail(), result.remoteId(), Instants.micros(result.at()), key);
        return before;
    }

    List<Intent> unfinished() {
        return sql.select(COLUMNS)
                .from(INTENTS)
                .where(WORD.isNull())
                .orderBy(ID)
                .fetch(Intents::read);
    }

    @Nullable
    Intent find(String key) {
        return sql.select(COLUMNS).from(INTENTS).where(KEY.eq(key)).fetchOne(Intents::read);
    }

    private static Intent read(Record row) {
        return new Intent(
                row.get(KEY),
                Intent.Kind.valueOf(row.get(KIND)),
                row.get(WORKFLOW),
                Json.readNumbers(row.get(CASES)),
                row.get(PAYLOAD),
                Instants.instant(row.get(MADE)),
                row.get(WORD) == null
                        ? null
                        : new Intent.Result(
                                row.get(WORD),
                                row.get(DETAIL),
                                row.get(REMOTE_ID),
                                Instants.instant(row.get(RESULT_MADE))));
    }
}
