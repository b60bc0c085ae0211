package dev.dormouse.core.observations;

import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one source can be trusted for one application.
 *
 * @param source its name; {@link #ACCOUNTS} for the list of accounts itself
 * @param fault why it cannot be trusted, in one line that names file, line and column where there are any; null for healthy
 * @param asOf up to when it tells everything; null where it could not be read
 * @param completeFrom since when it tells everything; null for without limit
 * @param records how many records were read
 * @param unreadable how many of them could not be read
 * @param problems the first of those
 */
public record SourceHealth(
        String source,
        String application,
        @Nullable String fault,
        @Nullable Instant asOf,
        @Nullable Instant completeFrom,
        Absence absence,
        long records,
        long unreadable,
        List<Problem> problems,
        String fingerprint) {

    /** Stands for the list of accounts of an application. */
    public static final String ACCOUNTS = "accounts";

    public SourceHealth {
        problems = List.copyOf(problems);
    }

    /** That of one source for one application; null where it was not read. */
    public static @Nullable SourceHealth find(List<SourceHealth> among, String source, String application) {
        return among.stream()
                .filter(one -> one.source.equals(source) && one.application.equals(application))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is about the list of accounts of the application, and no feed of activity. */
    public boolean isOfAccounts() {
        return source.equals(ACCOUNTS);
    }

    public boolean healthy() {
        return fault == null;
    }

    public SourceHealth reaching(@Nullable Instant newAsOf, @Nullable Instant newCompleteFrom) {
        return new SourceHealth(
                source,
                application,
                fault,
                newAsOf,
                newCompleteFrom,
                absence,
                records,
                unreadable,
                problems,
                fingerprint);
    }

    public SourceHealth withFault(String newFault) {
        return new SourceHealth(
                source, application, newFault, asOf, completeFrom, absence, records, unreadable, problems, fingerprint);
    }
}
