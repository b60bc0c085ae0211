package dev.dormouse.app;

import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.ledger.SqliteLedger;
import dev.dormouse.observations.DuckDbObservations;
import dev.dormouse.observations.TrinoObservations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The two stores of one configuration: what was seen, in its data folder or on a cluster, and what was decided. */
final class Stores {

    private static final String LEDGER = "ledger.db";

    private static final String OBSERVATIONS = "observations.duckdb";

    /** More is no clock that was put right. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final Configuration configuration;
    private final Instant now;
    private final UnaryOperator<Ledger> watched;

    /** @param watched stands between the ledger and whoever writes to it */
    Stores(Configuration configuration, Instant now, UnaryOperator<Ledger> watched) {
        this.configuration = configuration;
        this.now = now;
        this.watched = watched;
    }

    /** What was seen so far, to be added to; the caller closes it. */
    Observations openObservations() {
        String url = configuration.observations().url();
        if (url != null) {
            return TrinoObservations.at(url);
        }
        dataFolder();
        return DuckDbObservations.open(observationsFile());
    }

    boolean hasObservations() {
        return sharesObservations() || Files.exists(observationsFile());
    }

    /** Whether what is seen lives on a cluster, where there is one store for every use of it. */
    boolean sharesObservations() {
        return configuration.observations().url() != null;
    }

    /** For a use case that fills a store for itself; null where nobody else can see that store. */
    @Nullable
    FolderLock lockShared(String command) {
        return sharesObservations() ? lock(command) : null;
    }

    /** A store that is about to be filled for one use. The caller holds {@link #lockShared}. */
    Observations scratchObservations() {
        if (!sharesObservations()) {
            return DuckDbObservations.inMemory();
        }
        Observations shared = openObservations();
        shared.begin();
        return shared;
    }

    /** Since when what was seen is kept. */
    Histories.Kept kept() {
        return new Histories.Kept(
                configuration.observations().keepEvents().before(now, configuration.zone()),
                configuration.observations().keepDays().before(now, configuration.zone()));
    }

    /** The ledger for reading beside whoever writes; null where nothing was ever decided here. */
    @Nullable
    Ledger findLedger() {
        Path file = configuration.data().resolve(LEDGER);
        return Files.exists(file) ? SqliteLedger.openReadOnly(file) : null;
    }

    /**
     * The ledger, made where there is none. The caller holds {@link #lock}.
     *
     * @throws UseCaseException where this is a time before what was decided last: deadlines would be told that are over
     */
    Ledger openLedger() {
        Ledger ledger = watched.apply(SqliteLedger.open(dataFolder().resolve(LEDGER)));
        Instant last = ledger.lastWritten();
        if (last != null && now.plus(CLOCKS_DIFFER).isBefore(last)) {
            ledger.close();
            throw new UseCaseException(now + " is before the last entry of the journal, of " + last
                    + "; leave --now out, or set the clock of this machine");
        }
        return ledger;
    }

    FolderLock lock(String command) {
        return FolderLock.take(dataFolder(), command);
    }

    private Path observationsFile() {
        return configuration.data().resolve(OBSERVATIONS);
    }

    private Path dataFolder() {
        try {
            return Files.createDirectories(configuration.data());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + configuration.data(), e);
        }
    }
}
