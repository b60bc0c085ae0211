package dev.dormouse.connectors.files;

import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's report of dormant users. That of Enterprise Cloud lists whom GitHub calls dormant and marks collaborators;
 * that of Enterprise Server has a verdict in each row. A row whose verdict, or whose kind of membership, cannot be read
 * is no verdict.
 */
final class DormantReport implements ActivityReader {

    private static final List<String> CLOUD =
            List.of("created_at", "id", "login", "role", "last_logged_ip", "2fa_enabled?", "outside_collaborator");
    private static final List<String> SERVER = List.of(
            "created_at",
            "id",
            "login",
            "email",
            "role",
            "suspended?",
            "last_logged_ip",
            "repos",
            "ssh_keys",
            "org_memberships",
            "dormant?",
            "last_active",
            "raw_login",
            "2fa_enabled?");

    /** What stands where there is none. */
    private static final Set<String> NO_INSTANT = Set.of("", "-", "null", "none", "never", "no activity");

    private final Reading reading;
    private long records;
    private boolean recognised;

    DormantReport(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Summary summary() {
        return new Summary(records, null, null);
    }

    @Override
    public void read(FeedFile file) throws IOException {
        if (file.looks() != FeedFile.Looks.TEXT) {
            throw file.notA("GitHub's dormant users report as CSV");
        }
        long before = records;
        recognised = false;
        try (CsvTable table = CsvTable.open(file)) {
            Columns columns = Columns.of(file, table);
            while (table.next()) {
                records++;
                row(table, columns);
            }
        }
        if (records > before && !recognised) {
            // Whoever is not in the report is active by it, and nobody would be in it.
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "no row has a login and as many fields as the header; export the dormant users report again");
        }
    }

    private void row(CsvTable table, Columns columns) {
        if (!table.complete()) {
            reading.sink().problem(table.wrongCount());
            return;
        }
        CsvRow row = table.row();
        String login = row.text(columns.login());
        if (login.isEmpty() || login.indexOf('\uFFFD') >= 0) {
            reading.sink().problem(table.problem(columns.login(), "the login is missing or not UTF-8"));
            return;
        }
        recognised = true;
        Problem problem = unreadable(table, columns);
        if (problem != null) {
            reading.sink().sighting(new Sighting.Unreadable(login, problem));
            return;
        }
        Problem created = noInstant(table, columns.created());
        if (created != null) {
            // The verdict stands without it; that nobody knows how old the account is, is told.
            reading.sink().problem(created);
        }
        reading.sink().attributes(account(row, columns, login));
        verdict(row, columns, login);
    }

    private @Nullable Problem unreadable(CsvTable table, Columns columns) {
        for (int column : new int[] {columns.dormant(), columns.collaborator()}) {
            String value = table.row().text(column);
            if (column >= 0 && Truth.of(value) == Truth.NEITHER) {
                String name = table.header().get(column);
                return table.problem(column, name + " must be true or false and is \"" + value + "\"");
            }
        }
        return noInstant(table, columns.lastActive());
    }

    private @Nullable Problem noInstant(CsvTable table, int column) {
        String value = table.row().text(column);
        return NO_INSTANT.contains(value.toLowerCase(Locale.ROOT))
                        || reading.instants().parse(value) != null
                ? null
                : table.problem(column, table.header().get(column) + " is no instant: \"" + value + "\"");
    }

    private void verdict(CsvRow row, Columns columns, String login) {
        Instant active = reading.instants().parse(row.text(columns.lastActive()));
        if (active != null) {
            reading.sink().sighting(new Sighting.At(login, active, ActivityKind.USE));
        }
        boolean saysActive = columns.dormant() >= 0 && Truth.of(row.text(columns.dormant())) == Truth.FALSE;
        reading.sink().sighting(saysActive ? new Sighting.Active(login) : new Sighting.Dormant(login));
    }

    private AccountRecord account(CsvRow row, Columns columns, String login) {
        boolean collaborator = Truth.of(row.text(columns.collaborator())) == Truth.TRUE;
        return new AccountRecord(
                login,
                emptyToNull(row.text(columns.id())),
                AccountKind.HUMAN,
                emptyToNull(row.text(columns.email())),
                reading.instants().parse(row.text(columns.created())),
                collaborator ? List.of("outside-collaborator") : List.of());
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Where the columns of this report stand; -1 for one that it does not have. */
    private record Columns(int login, int id, int email, int created, int dormant, int collaborator, int lastActive) {

        static Columns of(FeedFile file, CsvTable table) {
            List<String> header = table.header();
            boolean server = header.contains("dormant?");
            boolean known = header.contains("login") && (server || header.contains("outside_collaborator"));
            if (table.endsOpen() && !header.containsAll(server ? SERVER : CLOUD)) {
                throw known ? table.cutOff() : noHeader(file);
            }
            if (!known) {
                throw noHeader(file);
            }
            return new Columns(
                    table.column("login"),
                    table.column("id"),
                    table.column("email"),
                    table.column("created_at"),
                    table.column("dormant?"),
                    table.column("outside_collaborator"),
                    table.column("last_active"));
        }

        private static RuntimeException noHeader(FeedFile file) {
            return file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "the header lacks the column login, and outside_collaborator (Enterprise Cloud) or dormant?"
                            + " (Enterprise Server); export the dormant users report again, with its first line");
        }
    }
}
