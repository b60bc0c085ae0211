package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users of an Auth0 tenant: an array, one or more pages with {@code include_totals}, or the lines of an export job.
 * Somebody who never signed in has no {@code last_login}. Auth0 gives out at most 1,000 users by pages, whatever the
 * total; a list that is shorter than its own total is refused, and so is one of exactly so many that tells no total.
 */
final class Auth0Users implements ActivityReader, JsonRecords.Reader {

    private static final long CEILING = 1_000;

    private final Reading reading;
    private long records;
    private boolean recognised;
    private @Nullable Incomplete largestTotal;
    private boolean inPage;
    private final Set<String> idsOfPages = new HashSet<>();
    private long repeated;
    private long withoutTotal;
    private @Nullable ConnectorException atCeiling;

    private @Nullable String account;
    private @Nullable Instant login;
    private @Nullable Problem problem;

    Auth0Users(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Summary summary() {
        if (largestTotal != null && largestTotal.total() > records - repeated) {
            throw largestTotal.fault(records - repeated);
        }
        if (atCeiling != null && withoutTotal == CEILING) {
            throw atCeiling;
        }
        return new Summary(records, null, null);
    }

    @Override
    public void read(FeedFile file) throws IOException {
        long before = records;
        recognised = false;
        JsonRecords.read(
                file,
                JsonRecords.Roots.ARRAYS_OR_OBJECTS,
                "users of Auth0 as a JSON array, a page, or JSON lines",
                this);
        if (records > before && !recognised) {
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "no user has a " + reading.account()
                            + "; is this a list of Auth0 users, and is `account` the field that names them?");
        }
    }

    @Override
    public void object(JsonRecords json) throws IOException {
        account = null;
        login = null;
        problem = null;
        boolean root = json.isRoot();
        boolean paged = false;
        JsonLocation start = json.location();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            if (root && field.equals("users") && json.token() == JsonToken.START_ARRAY) {
                inPage = true;
                json.elements(this);
                inPage = false;
                paged = true;
            } else if (root && field.equals("total")) {
                total(json);
            } else {
                field(json, field);
            }
        }
        if (!paged) {
            records++;
            if (!root && !inPage) {
                countWithoutTotal(json, start);
            }
            report(json, start);
        }
    }

    @Override
    public void other(JsonRecords json) throws IOException {
        records++;
        reading.sink().problem(json.problem("expected a user and found " + json.describe()));
    }

    private void field(JsonRecords json, String field) throws IOException {
        if (field.equals(reading.account())) {
            json.once(field);
            account = json.text();
        } else if (field.equals("last_login")) {
            json.once(field);
            login = json.instant(reading.instants());
            problem = login != null ? null : json.problem("last_login must be an instant and is " + json.describe());
        }
        if (inPage && field.equals("user_id")) {
            // A page that was fetched twice, or that moved while users came, hides another one behind a full count.
            String id = json.text();
            repeated += id == null || idsOfPages.add(id) ? 0 : 1;
        }
    }

    private void total(JsonRecords json) throws IOException {
        double total = json.parser().getValueAsDouble(0);
        if (largestTotal == null || total > largestTotal.total()) {
            largestTotal = new Incomplete(json, json.location(), (long) total);
        }
    }

    /** Pages that tell no total end at the ceiling like a list that is whole; the lines of an export job do not end there. */
    private void countWithoutTotal(JsonRecords json, JsonLocation start) {
        withoutTotal++;
        if (withoutTotal == CEILING) {
            atCeiling = json.fault(
                    start,
                    FilesErrorCode.FILES_INCOMPLETE,
                    "these are exactly 1,000 users, the most that Auth0 gives out by pages, so there may be more; ask for the"
                            + " pages with include_totals=true, or start an export job (POST /api/v2/jobs/users-exports)"
                            + " and take its file");
        }
    }

    private void report(JsonRecords json, JsonLocation start) {
        if (account == null) {
            reading.sink().problem(json.problem(start, "the user has no " + reading.account()));
            return;
        }
        recognised = true;
        if (problem != null) {
            reading.sink().sighting(new Sighting.Unreadable(account, problem));
            return;
        }
        reading.sink()
                .sighting(
                        login == null
                                ? new Sighting.Never(account)
                                : new Sighting.At(account, login, ActivityKind.LOGIN));
    }

    /** The largest total that a page told, and where. */
    private record Incomplete(JsonRecords json, JsonLocation where, long total) {

        ConnectorException fault(long there) {
            return json.fault(
                    where,
                    FilesErrorCode.FILES_INCOMPLETE,
                    "Auth0 has " + total + " users and " + there + " are here, because it gives out at most 1,000 by"
                            + " pages; start an export job (POST /api/v2/jobs/users-exports) and take its file");
        }
    }
}
