package dev.dormouse.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Opens the database file with the settings that make a commit durable. */
final class LedgerFile {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static {
        // Advertisements on the console are not for the user of a command.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private LedgerFile() {}

    static Database forWriting(Path file) {
        SQLiteConfig config = common();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = source(file, config);
        return open(file, source, schema -> {
            if (schema.isOld()) {
                schema.migrate(source);
            }
        });
    }

    static Database forReading(Path file) {
        if (!Files.exists(file)) {
            throw new LedgerException(
                    LedgerErrorCode.CANNOT_OPEN, "ledger " + file + ": there is no such file; the first run makes it");
        }
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return open(file, source(file, config), Schema::requirePresent);
    }

    private static Database open(Path file, SQLiteDataSource source, Consumer<Schema> check) {
        Database database = new Database(file, connect(file, source));
        try {
            check.accept(new Schema(file, database));
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Connection connect(Path file, SQLiteDataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new Faults(file).of(e);
        }
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        return config;
    }
}
