package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.connectors.files.mapping.Instants;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An export of GitHub's audit log. It is complete from its earliest event, of whatever actor. Events without an actor,
 * and sign-ins that failed, are no activity of anybody. The same event in two exports is the same event.
 */
final class AuditLog implements ActivityReader, JsonRecords.Reader {

    private static final Set<String> FAILED_SIGN_INS = Set.of("user.failed_login", "user.two_factor_challenge_failure");

    private final Reading reading;
    private long records;
    private boolean recognised;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    private @Nullable String actor;
    private boolean actorUnreadable;
    private boolean actorsDiffer;
    private @Nullable Instant timestamp;
    private @Nullable Instant created;
    private @Nullable Problem timeProblem;
    private boolean failed;
    private final RecordDigest digest = new RecordDigest();

    AuditLog(Reading reading) {
        this.reading = reading;
    }

    @Override
    public Summary summary() {
        return new Summary(records, earliest, latest);
    }

    @Override
    public void read(FeedFile file) throws IOException {
        long before = records;
        recognised = false;
        JsonRecords.read(
                file, JsonRecords.Roots.ARRAYS_OR_OBJECTS, "GitHub's audit log as a JSON array or JSON lines", this);
        if (records > before && !recognised) {
            throw file.fault(
                    FilesErrorCode.FILES_WRONG_FORMAT,
                    1,
                    1,
                    "no record has a readable @timestamp or created_at; is this an export of GitHub's audit log?");
        }
    }

    @Override
    public void object(JsonRecords json) throws IOException {
        records++;
        actor = null;
        actorUnreadable = false;
        actorsDiffer = false;
        timestamp = null;
        created = null;
        timeProblem = null;
        failed = false;
        digest.begin();
        JsonLocation start = json.location();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            field(json, field);
            digest.field(json, field);
        }
        report(json, start);
    }

    @Override
    public void other(JsonRecords json) throws IOException {
        records++;
        reading.sink().problem(json.problem("expected an event and found " + json.describe()));
    }

    private void field(JsonRecords json, String field) throws IOException {
        switch (field) {
            case "actor", "actor_login" -> actor(json);
            case "@timestamp" -> timestamp = time(json, field);
            case "created_at" -> created = time(json, field);
            case "action" -> failed = isFailure(json.text());
            default -> {
                return;
            }
        }
        json.once(field);
    }

    private static boolean isFailure(@Nullable String action) {
        return action != null && FAILED_SIGN_INS.contains(action);
    }

    private void actor(JsonRecords json) throws IOException {
        String text = json.text();
        actorsDiffer |= actor != null && text != null && !actor.equalsIgnoreCase(text);
        actor = text == null ? actor : text;
        actorUnreadable |= json.token() != JsonToken.VALUE_STRING && json.token() != JsonToken.VALUE_NULL;
    }

    private @Nullable Instant time(JsonRecords json, String field) throws IOException {
        Instant time = switch (json.token()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                Instants.ofEpochMillis(json.parser().getDoubleValue());
            default -> text(json);
        };
        if (time == null && json.token() != JsonToken.VALUE_NULL) {
            timeProblem = json.problem(
                    field + " must be milliseconds since 1970 or an instant, from 2000 on, and is " + json.describe());
        }
        return time;
    }

    private @Nullable Instant text(JsonRecords json) throws IOException {
        Instant instant = json.instant(reading.instants());
        return instant != null ? instant : millis(json.parser());
    }

    /** Milliseconds in quotes, as some collectors write them. */
    private static @Nullable Instant millis(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        String digits = json.getText().strip();
        boolean numeric = !digits.isEmpty()
                && digits.length() <= 20
                && digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && digits.indexOf('.') == digits.lastIndexOf('.')
                && !digits.equals(".");
        return numeric ? Instants.ofEpochMillis(Double.parseDouble(digits)) : null;
    }

    private void report(JsonRecords json, JsonLocation start) {
        Instant at = timestamp != null ? timestamp : created;
        if (at == null) {
            unreadable(timeProblem != null ? timeProblem : json.problem(start, "the event has no time"));
            return;
        }
        recognised = true;
        earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
        // An event of the future would vouch for everything up to now.
        boolean later = latest == null || at.isAfter(latest);
        latest = later && !reading.instants().isFuture(at) ? at : latest;
        if (actorsDiffer && !failed) {
            reading.sink().problem(json.problem(start, "actor and actor_login name two different accounts"));
        } else if (actor != null && !failed) {
            reading.sink().sighting(new Sighting.Event(actor, at, ActivityKind.USE, digest.id()));
        } else if (actor == null && actorUnreadable) {
            reading.sink().problem(json.problem(start, "the actor is not a name"));
        }
    }

    private void unreadable(Problem problem) {
        if (actor != null && !actorsDiffer) {
            reading.sink().sighting(new Sighting.Unreadable(actor, problem));
        } else {
            reading.sink().problem(problem);
        }
    }
}
