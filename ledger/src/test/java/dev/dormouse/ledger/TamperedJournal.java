package dev.dormouse.ledger;

import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.Verification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;

/** A journal of nine entries, and somebody who edits the file with other tools. */
abstract class TamperedJournal {

    static final int ENTRIES = 9;

    final Path folder;
    final Path file;

    TamperedJournal(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("ledger.db");
    }

    @BeforeEach
    void writeNineEntries() {
        try (Ledger ledger = SqliteLedger.open(file)) {
            for (int i = 1; i <= ENTRIES; i++) {
                append(ledger, "entry number " + i);
            }
        }
    }

    static void append(Ledger ledger, String text) {
        ledger.write(transaction -> {
            transaction.append(Samples.draft(text));
            return text;
        });
    }

    void rewrite(long seq) {
        StoredEntry forged = StoredEntry.after(new Head(seq - 1, hashOf(seq - 1)), Samples.draft("forged"));
        tamper("UPDATE journal SET words = 'forged', hash = '" + new HashChain().hash(forged) + "' WHERE seq = " + seq);
    }

    Verification verify() {
        try (Ledger ledger = SqliteLedger.openReadOnly(file)) {
            return ledger.verify();
        }
    }

    String hashOf(long seq) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT hash FROM journal WHERE seq = " + seq)) {
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void tamper(String... statements) {
        try {
            execute("DROP TRIGGER IF EXISTS journal_no_update");
            execute("DROP TRIGGER IF EXISTS journal_no_delete");
            execute("DROP TRIGGER IF EXISTS journal_at_the_end");
            for (String statement : statements) {
                execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
