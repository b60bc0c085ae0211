package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.connectors.files.mapping.Instants;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Members of a GitHub organisation: the REST answer, an array of logins, a CSV with a column {@code login}, or one login
 * a line. Who is not in the list is gone, so anything that cannot be read ends the reading.
 */
final class GitHubMembers implements AccountsReader, JsonRecords.Reader {

    private static final List<String> MEMBER = List.of("org-member");
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_.-]+(\\[bot])?");

    private final Consumer<AccountRecord> sink;
    private final Instants instants;
    private long records;

    GitHubMembers(Consumer<AccountRecord> sink, Instants instants) {
        this.sink = sink;
        this.instants = instants;
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public void read(FeedFile file) throws IOException {
        String expected = "members as a JSON array, a CSV with a column login, or one login a line";
        switch (file.looks()) {
            case JSON -> JsonRecords.read(file, JsonRecords.Roots.ARRAYS, expected, this);
            case TEXT -> lines(file);
            case BLANK, HTML, ZIP -> throw file.notA(expected);
        }
    }

    private void lines(FeedFile file) throws IOException {
        try (CsvTable table = CsvTable.open(file)) {
            if (table.header().contains("outside_collaborator")
                    || table.header().contains("dormant?")) {
                // It has logins, but only of dormant users: all others would be gone.
                throw file.fault(
                        FilesErrorCode.FILES_WRONG_FORMAT,
                        1,
                        1,
                        "expected the members and found the dormant users report; export the list of members");
            }
            int column = table.column("login");
            if (column < 0) {
                // No header, so the first line is an account.
                column = 0;
                first(file, table);
            }
            while (table.next()) {
                login(file, table, column);
            }
        }
    }

    private void first(FeedFile file, CsvTable table) {
        if (table.header().size() != 1) {
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "the header lacks the column login; export the members again, or write one login a line");
        }
        if (table.endsOpen()) {
            throw table.cutOff();
        }
        login(file, table, 0);
    }

    private void login(FeedFile file, CsvTable table, int column) {
        String login = table.row().text(column);
        if (!table.complete() || !LOGIN.matcher(login).matches()) {
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    table.row().line(),
                    column + 1L,
                    "here is no login of a member, and without it the list is not whole; export it again");
        }
        add(AccountRecord.of(login, MEMBER.getFirst()));
    }

    @Override
    public void object(JsonRecords json) throws IOException {
        String login = null;
        String id = null;
        String email = null;
        Instant created = null;
        AccountKind kind = AccountKind.HUMAN;
        JsonLocation start = json.location();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "login" -> {
                    json.once(field);
                    login = json.text();
                }
                case "id" ->
                    id = json.token() == JsonToken.VALUE_NUMBER_INT
                            ? json.parser().getText()
                            : json.text();
                case "type" -> {
                    json.once(field);
                    kind = kind(json.text());
                }
                case "email" -> email = json.text();
                case "created_at" -> {
                    json.once(field);
                    created = json.instant(instants);
                }
                default -> {}
            }
        }
        if (login == null) {
            throw notWhole(json, start, "the member has no login");
        }
        add(new AccountRecord(login, id, kind, email, created, MEMBER));
    }

    @Override
    public void other(JsonRecords json) throws IOException {
        String login = json.text();
        if (login == null) {
            throw notWhole(json, json.location(), "expected a member and found " + json.describe());
        }
        add(AccountRecord.of(login, MEMBER.getFirst()));
    }

    private static RuntimeException notWhole(JsonRecords json, JsonLocation where, String what) {
        return json.fault(
                where,
                FilesErrorCode.FILES_WRONG_FORMAT,
                what + ", and without it the list is not whole; export it again");
    }

    private static AccountKind kind(@Nullable String type) {
        return "Bot".equalsIgnoreCase(type) ? AccountKind.SERVICE : AccountKind.HUMAN;
    }

    private void add(AccountRecord account) {
        records++;
        sink.accept(account);
    }
}
