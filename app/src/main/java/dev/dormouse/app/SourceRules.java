package dev.dormouse.app;

import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.observations.Intake;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a source that was read to its end still cannot be trusted: it delivered nothing, or far less than usual, or records
 * that could be anybody's and cannot be read. And how new it can be at most: activity that was seen before is not newer
 * than when it was first seen, whatever the time of its file.
 */
final class SourceRules {

    /** Less than this share of the usual number of records is a broken source until somebody says otherwise. */
    private static final double LEAST_SHARE = 0.5;

    /** A verdict names few accounts where all is well; below this a fraction of the usual means nothing. */
    private static final long FEW_VERDICTS = 20;

    private final Instant now;
    private final Places places;
    private final List<SourceHealth> before;
    private final Instant keptFrom;
    private final Map<String, SourceMemory> memories;

    /**
     * @param before the health of the last reading; empty for the first
     * @param keptFrom older events are not kept
     */
    SourceRules(Instant now, Places places, List<SourceMemory> memories, List<SourceHealth> before, Instant keptFrom) {
        this.now = now;
        this.places = places;
        this.before = before;
        this.keptFrom = keptFrom;
        this.memories = memories.stream()
                .collect(Collectors.toMap(one -> key(one.source(), one.application()), Function.identity()));
    }

    SourceHealth accounts(String application, Listing listing, long records) {
        String fault = records == 0
                ? places.of(SourceHealth.ACCOUNTS, application) + "lists no accounts at all"
                : volumeFault(SourceHealth.ACCOUNTS, application, records);
        return new SourceHealth(
                SourceHealth.ACCOUNTS,
                application,
                fault,
                notLater(listing.asOf()),
                null,
                Absence.NOTHING_SEEN,
                records,
                0,
                List.of(),
                listing.fingerprint());
    }

    SourceHealth feed(SourceConfig source, String application, Feed feed, Intake intake) {
        Instant declared = source.asOf();
        Coverage coverage = coverage(source.name(), application, feed, intake);
        String fault = feedFault(source, application, feed, intake);
        SourceHealth read = new SourceHealth(
                source.name(),
                application,
                fault,
                declared == null ? coverage.asOf() : notLater(declared),
                coverage.completeFrom(),
                feed.absence(),
                feed.records(),
                intake.unreadable(),
                intake.problems(),
                feed.fingerprint());
        return fault == null ? read : reachingAsBefore(read);
    }

    /** It could not be read. */
    SourceHealth failed(String source, String application, String fault) {
        return reachingAsBefore(
                new SourceHealth(source, application, fault, null, null, Absence.NOTHING_SEEN, 0, 0, List.of(), ""));
    }

    /**
     * What cannot be trusted reaches no further than what was read before: its log may go on from there at the next reading,
     * and what this one has lost must not count as silence.
     */
    private SourceHealth reachingAsBefore(SourceHealth faulty) {
        SourceHealth last = SourceHealth.find(before, faulty.source(), faulty.application());
        return last == null ? faulty.reaching(null, null) : faulty.reaching(last.asOf(), last.completeFrom());
    }

    /** What to remember after a pass: of the healthy ones the usual volume, and since when this content is known. */
    List<SourceMemory> remember(List<SourceHealth> health) {
        List<SourceMemory> fresh = new ArrayList<>();
        for (SourceHealth one : health) {
            if (one.healthy()) {
                SourceMemory old = memories.get(key(one.source(), one.application()));
                long usual = old == null || old.usualRecords() == 0
                        ? one.records()
                        : (3 * old.usualRecords() + one.records()) / 4;
                Instant firstSeen = old != null
                                && !one.fingerprint().isEmpty()
                                && old.fingerprint().equals(one.fingerprint())
                        ? old.firstSeen()
                        : now;
                fresh.add(new SourceMemory(one.source(), one.application(), usual, one.fingerprint(), firstSeen));
            }
        }
        return fresh;
    }

    private @Nullable String feedFault(SourceConfig source, String application, Feed feed, Intake intake) {
        if (feed.absence() == Absence.SAYS_ACTIVE) {
            return usual(source.name(), application) < FEW_VERDICTS
                    ? null
                    : volumeFault(source.name(), application, feed.records());
        }
        if (feed.records() == 0) {
            return places.of(source.name(), application) + "delivered no records at all";
        }
        double share = 100.0 * intake.unassigned() / feed.records();
        if (share > source.maxUnreadable()) {
            return places.of(source.name(), application) + "has " + intake.unassigned() + " of " + feed.records()
                    + " records that cannot be read or assigned to an account, for example "
                    + intake.problems().getFirst();
        }
        return volumeFault(source.name(), application, feed.records());
    }

    private @Nullable String volumeFault(String source, String application, long records) {
        long usual = usual(source, application);
        if (records >= usual * LEAST_SHARE) {
            return null;
        }
        return places.of(source, application) + "delivered " + records + " records, usually " + usual
                + "; if that is right: dormouse release " + source;
    }

    private long usual(String source, String application) {
        SourceMemory memory = memories.get(key(source, application));
        return memory == null ? 0 : memory.usualRecords();
    }

    /**
     * Activity that is byte for byte what was read before is old, whatever the time of its file. A list of accounts, or of
     * whom somebody calls dormant, may honestly be the same again.
     */
    private Instant reach(String source, String application, Feed feed) {
        SourceMemory memory = memories.get(key(source, application));
        Instant reach = notLater(feed.asOf());
        if (memory == null
                || feed.absence() == Absence.SAYS_ACTIVE
                || feed.fingerprint().isEmpty()
                || !memory.fingerprint().equals(feed.fingerprint())) {
            return reach;
        }
        return memory.firstSeen().isBefore(reach) ? memory.firstSeen() : reach;
    }

    private Instant notLater(Instant asOf) {
        return asOf.isAfter(now) ? now : asOf;
    }

    /** From when to when a source tells everything. */
    private record Coverage(Instant asOf, @Nullable Instant completeFrom) {}

    /**
     * A log goes on where it ended at the last reading: if the new part begins before that, the two are one, as far back as
     * events are kept. What the source tells itself it tells in full.
     */
    private Coverage coverage(String source, String application, Feed feed, Intake intake) {
        Instant asOf = reach(source, application, feed);
        Instant from = feed.completeFrom();
        if (!intake.gathers() || from == null) {
            return new Coverage(asOf, from);
        }
        SourceHealth last = SourceHealth.find(before, source, application);
        Instant until = last == null ? null : last.asOf();
        Instant since = last == null ? null : last.completeFrom();
        if (until == null || since == null || until.isBefore(from)) {
            return new Coverage(asOf, from);
        }
        Instant kept = since.isBefore(keptFrom) ? keptFrom : since;
        return new Coverage(until.isAfter(asOf) ? until : asOf, kept.isBefore(from) ? kept : from);
    }

    private static String key(String source, String application) {
        return source + "|" + application;
    }
}
