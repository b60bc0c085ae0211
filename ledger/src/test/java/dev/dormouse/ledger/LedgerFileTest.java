package dev.dormouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.ledger.GroupMemory;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.Ledger.CaseQuery;
import dev.dormouse.core.ledger.SourceMemory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {

    private final Path folder;
    private final Path file;

    LedgerFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("ledger.db");
    }

    @Test
    void a_file_of_another_kind_is_refused_and_left_as_it_is() throws IOException {
        String content = "login,last_active\n".repeat(200);
        Files.writeString(file, content);

        refused(() -> SqliteLedger.open(file), LedgerErrorCode.NOT_A_LEDGER, "this is not a ledger of Dormouse");
        refused(() -> SqliteLedger.openReadOnly(file), LedgerErrorCode.NOT_A_LEDGER, "put the backup back");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void a_database_of_something_else_is_refused() throws SQLException {
        execute("CREATE TABLE holidays (day TEXT)");

        refused(() -> SqliteLedger.open(file), LedgerErrorCode.NOT_A_LEDGER, "a database of something else");
    }

    @Test
    void a_ledger_of_a_newer_program_is_refused() throws SQLException {
        SqliteLedger.open(file).close();
        execute("UPDATE flyway_schema_history SET version = '3' WHERE version = '2'");

        refused(() -> SqliteLedger.open(file), LedgerErrorCode.TOO_NEW, "written by a newer Dormouse (schema 3");
        refused(() -> SqliteLedger.openReadOnly(file), LedgerErrorCode.TOO_NEW, "use that version");
    }

    @Test
    void an_older_ledger_is_brought_up_to_date_by_writing_and_refused_for_reading() throws IOException {
        Files.createFile(file);

        refused(() -> SqliteLedger.openReadOnly(file), LedgerErrorCode.TOO_OLD, "dormouse run brings it up to date");
        SqliteLedger.open(file).close();
        SqliteLedger.openReadOnly(file).close();
    }

    @Test
    void a_ledger_of_the_first_schema_keeps_what_it_holds_and_learns_to_remember_groups() throws SQLException {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, "", "")
                .locations("classpath:" + Schema.MIGRATIONS)
                .target("1")
                .load()
                .migrate();
        execute("INSERT INTO source_memories VALUES ('audit-log', 'github/acme', 10, 'abc', 0)");

        refused(() -> SqliteLedger.openReadOnly(file), LedgerErrorCode.TOO_OLD, "schema 1, this one needs 2");
        try (Ledger ledger = SqliteLedger.open(file)) {
            assertThat(ledger.groupMemories(Samples.WORKFLOW)).isEmpty();
            GroupMemory owners = GroupMemory.of(Samples.WORKFLOW, "github/acme", "org-owner", 6);
            ledger.write(transaction -> {
                transaction.save(owners);
                return owners;
            });
            assertThat(ledger.groupMemories(Samples.WORKFLOW)).containsExactly(owners);
            assertThat(ledger.sourceMemories())
                    .containsExactly(new SourceMemory("audit-log", "github/acme", 10, "abc", Instant.EPOCH));
        }
    }

    @Test
    void a_missing_file_is_not_made_by_reading() {
        refused(() -> SqliteLedger.openReadOnly(file), LedgerErrorCode.CANNOT_OPEN, "there is no such file");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_missing_folder_is_named() {
        refused(
                () -> SqliteLedger.open(folder.resolve("none/ledger.db")),
                LedgerErrorCode.CANNOT_OPEN,
                "check that the folder is there");
    }

    @Test
    void a_damaged_file_is_reported_in_one_line() throws IOException {
        try (Ledger ledger = SqliteLedger.open(file)) {
            ledger.write(transaction -> IntStream.range(0, 2000)
                    .mapToObj(i -> transaction.open(Samples.fresh("user-" + i)))
                    .toList());
        }
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 8192, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);

        refused(
                () -> {
                    try (Ledger ledger = SqliteLedger.openReadOnly(file)) {
                        ledger.cases(new CaseQuery(null, false, null));
                    }
                },
                LedgerErrorCode.DAMAGED,
                "Put the newest backup back");
    }

    @Test
    void a_head_file_that_cannot_be_written_stops_the_next_write_and_not_the_one_that_is_on_disk() throws IOException {
        try (Ledger ledger = SqliteLedger.open(file)) {
            Path blocker = Files.createDirectories(folder.resolve(HeadFile.NAME + ".new"));
            ledger.write(transaction -> {
                transaction.append(Samples.draft("one"));
                return transaction.moveCursor("pass");
            });
            assertThat(ledger.verify().entries()).isEqualTo(1);
            refused(
                    () -> ledger.write(transaction -> transaction.moveCursor("pass")),
                    LedgerErrorCode.DISK,
                    "journal.head cannot be written");

            Files.delete(blocker);
            ledger.write(transaction -> transaction.moveCursor("pass"));
            assertThat(Files.readString(folder.resolve(HeadFile.NAME))).startsWith("1 ");
        }
    }

    @Test
    void what_makes_a_commit_durable_is_switched_on() {
        try (Database database = LedgerFile.forWriting(file)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "busy_timeout")).isEqualTo("5000");
        }
    }

    private static String pragma(Database database, String name) {
        return String.valueOf(Objects.requireNonNull(database.sql().fetchOne("PRAGMA " + name))
                .get(0));
    }

    @Test
    void the_newest_migration_is_the_one_that_the_code_knows() throws Exception {
        URI folder = Objects.requireNonNull(Schema.class.getClassLoader().getResource(Schema.MIGRATIONS))
                .toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<Integer> versions = files.map(one -> one.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();
            assertThat(versions.getLast()).isEqualTo(Schema.NEWEST);
        }
    }

    private static void refused(ThrowingCallable call, LedgerErrorCode code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LedgerException.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.getMessage()).contains(message).doesNotContain("\n");
        });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
