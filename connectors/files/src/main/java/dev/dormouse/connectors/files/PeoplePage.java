package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The export of an organisation's People page. {@code last_active} is an instant or "No activity"; anything else is
 * unreadable, so that nobody becomes inactive by it.
 */
final class PeoplePage implements ActivityReader, JsonRecords.Reader {

    private final Reading reading;
    private long records;
    private boolean recognised;

    private @Nullable String login;
    private @Nullable String email;
    private @Nullable Instant active;
    private @Nullable Problem problem;
    private boolean told;

    PeoplePage(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Summary summary() {
        return new Summary(records, null, null);
    }

    @Override
    public void read(FeedFile file) throws IOException {
        long before = records;
        recognised = false;
        JsonRecords.read(file, JsonRecords.Roots.ARRAYS, "the People page export, a JSON array of people", this);
        if (records == before) {
            // Another file of the feed may be full of people, and all of this organisation would look inactive.
            throw file.fault(
                    FilesErrorCode.FILES_EMPTY,
                    1,
                    1,
                    "the People page names nobody, which no organisation can be; export it again with an account that may"
                            + " see all members");
        }
        if (!recognised) {
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "no element has a login and last_active; is this the JSON export of the People page?");
        }
    }

    @Override
    public void object(JsonRecords json) throws IOException {
        records++;
        login = null;
        email = null;
        active = null;
        problem = null;
        told = false;
        JsonLocation start = json.location();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "login" -> {
                    json.once(field);
                    login = json.text();
                }
                case "last_active" -> {
                    json.once(field);
                    lastActive(json);
                }
                case "saml_name_id" -> email = address(json);
                default -> {}
            }
        }
        report(json, start);
    }

    @Override
    public void other(JsonRecords json) throws IOException {
        records++;
        reading.sink().problem(json.problem("expected a person and found " + json.describe()));
    }

    private void lastActive(JsonRecords json) throws IOException {
        told = true;
        active = json.instant(reading.instants());
        if (active != null) {
            return;
        }
        String text = json.text();
        if (text == null || !text.equalsIgnoreCase("no activity")) {
            problem = json.problem("last_active must be an instant or \"No activity\" and is " + json.describe());
        }
    }

    private static @Nullable String address(JsonRecords json) throws IOException {
        if (json.token() != JsonToken.VALUE_STRING) {
            return null;
        }
        String text = json.text();
        return text != null && text.indexOf('@') > 0 ? text : null;
    }

    private void report(JsonRecords json, JsonLocation start) {
        if (login == null) {
            reading.sink().problem(json.problem(start, "the login is missing"));
            return;
        }
        recognised |= told;
        if (email != null) {
            reading.sink().attributes(new AccountRecord(login, null, AccountKind.HUMAN, email, null, List.of()));
        }
        reading.sink().sighting(sighting(json, start, Objects.requireNonNull(login)));
    }

    private Sighting sighting(JsonRecords json, JsonLocation start, String account) {
        if (!told) {
            return new Sighting.Unreadable(account, json.problem(start, "last_active is missing"));
        }
        if (problem != null) {
            return new Sighting.Unreadable(account, problem);
        }
        return active == null ? new Sighting.Never(account) : new Sighting.At(account, active, ActivityKind.USE);
    }
}
