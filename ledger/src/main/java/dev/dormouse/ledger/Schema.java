package dev.dormouse.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Which tables the file has. Flyway is asked only where something is to be done: starting it takes longer than everything
 * else here.
 */
final class Schema {

    /** The number of the newest migration. */
    static final int NEWEST = 2;

    static final String MIGRATIONS = "dev/dormouse/ledger/migrations";

    private static final String HISTORY = "flyway_schema_history";
    private static final Table<Record> TABLES = table(name("sqlite_master"));
    private static final Field<String> TABLE_NAME = field(name("name"), String.class);
    private static final Field<String> VERSION = field(name("version"), String.class);
    private static final Field<Integer> SUCCESS = field(name("success"), Integer.class);

    private final Path file;
    private final int present;

    /** @throws LedgerException where the file is no ledger, or one of a later program */
    Schema(Path file, Database database) {
        this.file = file;
        this.present = present(database);
        if (present > NEWEST) {
            throw new LedgerException(
                    LedgerErrorCode.TOO_NEW,
                    "ledger " + file + ": written by a newer Dormouse (schema " + present + ", this one knows up to "
                            + NEWEST + "); use that version, or put the backup back");
        }
    }

    boolean isOld() {
        return present < NEWEST;
    }

    void requirePresent() {
        if (isOld()) {
            throw new LedgerException(
                    LedgerErrorCode.TOO_OLD,
                    "ledger " + file + ": written by an older Dormouse (schema " + present + ", this one needs "
                            + NEWEST + "); dormouse run brings it up to date");
        }
    }

    void migrate(DataSource source) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:" + MIGRATIONS)
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerException(
                    LedgerErrorCode.DEFECT,
                    "ledger " + file + ": it could not be brought up to date ("
                            + String.valueOf(e.getMessage()).strip().replaceAll("\\R+", " ")
                            + "); put the backup back, or use the version that wrote it",
                    e);
        }
    }

    private int present(Database database) {
        List<String> names = database.sql()
                .select(TABLE_NAME)
                .from(TABLES)
                .where(field(name("type"), String.class).eq(inline("table")))
                .fetch(TABLE_NAME);
        if (!names.contains(HISTORY)) {
            if (names.isEmpty()) {
                return 0;
            }
            throw new LedgerException(
                    LedgerErrorCode.NOT_A_LEDGER,
                    "ledger " + file + ": this is a database of something else; name another file");
        }
        return database
                .sql()
                .select(VERSION)
                .from(table(name(HISTORY)))
                .where(SUCCESS.eq(1).and(VERSION.isNotNull()))
                .fetch(VERSION)
                .stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }
}
