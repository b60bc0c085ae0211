package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.mapping.Finding;
import dev.dormouse.connectors.files.mapping.Mapping;
import dev.dormouse.connectors.files.mapping.Mapping.About;
import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings what was found in a log to the program. Failed activity proves how far the log reaches, and nothing else. */
final class LogIntake implements Row.Sink {

    private final ActivitySink sink;
    private final Map<String, String> known = new HashMap<>();
    private @Nullable FeedFile file;
    private @Nullable Mapping mapping;
    private long records;
    private @Nullable Instant firstSuccess;
    private long lastLine = 1;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    LogIntake(ActivitySink sink) {
        this.sink = sink;
    }

    void begin(FeedFile next) {
        file = next;
        lastLine = 1;
    }

    @Override
    public void reads(Mapping chosen, @Nullable String reason) {
        mapping = chosen;
    }

    @Override
    public void found(Row row) {
        records++;
        lastLine = row.line();
        switch (row.finding()) {
            case Finding.Activity activity -> activity(activity);
            case Finding.Other other -> reaches(other.at());
            case Finding.Never never -> {
                address(never.account(), never.email(), never.aliases());
                sink.sighting(new Sighting.Never(never.account(), never.entitlement()));
            }
            case Finding.Unreadable unreadable -> unreadable(row, unreadable);
        }
    }

    private void activity(Finding.Activity activity) {
        Instant at = activity.at();
        reaches(at);
        if (!activity.success()) {
            return;
        }
        firstSuccess = firstSuccess == null || at.isBefore(firstSuccess) ? at : firstSuccess;
        if (activity.kind() != ActivityKind.MACHINE) {
            address(activity.account(), activity.email(), activity.aliases());
        }
        sink.sighting(
                isLog()
                        ? new Sighting.Event(
                                activity.account(), at, activity.kind(), activity.id(), activity.entitlement())
                        : new Sighting.At(activity.account(), at, activity.kind(), activity.entitlement()));
    }

    private void reaches(@Nullable Instant at) {
        if (at != null) {
            earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
            latest = latest == null || at.isAfter(latest) ? at : latest;
        }
    }

    private void address(String account, @Nullable String email, List<String> aliases) {
        String addresses = aliases.isEmpty() ? email : email + " " + aliases;
        if (addresses != null && !addresses.equals(known.put(account, addresses))) {
            AccountDetails details = new AccountDetails(AccountState.UNKNOWN, null, Map.of(), aliases);
            sink.attributes(new AccountRecord(account, null, AccountKind.HUMAN, email, null, List.of(), details));
        }
    }

    private void unreadable(Row row, Finding.Unreadable unreadable) {
        Problem problem =
                Objects.requireNonNull(file).problem(row.line(), Math.max(1, row.column()), unreadable.reason());
        String account = unreadable.account();
        if (account == null) {
            sink.problem(problem);
        } else {
            String entitlement = mapping != null && mapping.tellsEntitlements() ? "" : null;
            sink.sighting(new Sighting.Unreadable(account, problem, entitlement));
        }
    }

    ConnectorException cutOff() {
        return Objects.requireNonNull(file)
                .cutOff(lastLine, 1, "its last record is not whole, or lacks its line end, or there is none");
    }

    /** Where successes were never written, an account without any says nothing. */
    void refuseFailuresAlone() {
        if (mayLackSuccess() && firstSuccess == null && records > 0) {
            throw FeedFile.fault(
                    FilesErrorCode.FILES_INCOMPLETE,
                    "in " + records + " records of "
                            + Objects.requireNonNull(mapping).name() + " nothing succeeded, and it can be set to write"
                            + " what failed alone; have it write both (docs/activity.md), or leave this source out",
                    null);
        }
    }

    private boolean mayLackSuccess() {
        return mapping != null && mapping.rules().mayLackSuccess();
    }

    private boolean isLog() {
        return mapping == null || mapping.about() == About.EVENTS;
    }

    /**
     * A log of lines that was cut off between two of them looks whole, and what happened since would be missing: without
     * somebody's word it tells of nothing after its last event.
     */
    Feed feed(boolean declared, Listing read) {
        // Successes may have been written from some day on only.
        Instant begin = mayLackSuccess() ? firstSuccess : earliest;
        Instant reach = declared || latest == null || latest.isAfter(read.asOf()) ? read.asOf() : latest;
        return new Feed(
                isLog() ? reach : read.asOf(),
                isLog() ? (begin == null ? read.asOf() : begin) : null,
                Absence.NOTHING_SEEN,
                records,
                read.fingerprint());
    }
}
