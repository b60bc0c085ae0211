package dev.dormouse.app;

import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.ConnectorConfig;
import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.config.SourceConfig.Origin;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.QueriedFeed;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.engine.Progress;
import dev.dormouse.observations.ObservationsException;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ReportsActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads every list of accounts and every source into the observations, several at a time. A source that fails does not
 * stop the others: it becomes unhealthy, with a fault that names file, line and column.
 */
final class Sync {

    /** More than there are processors: most sources wait for a remote system, and files share what there is. */
    private static final int READERS = 8;

    private final Configuration configuration;
    private final Connections connections;
    private final SourceRules rules;
    private final Instant eventsFrom;
    private final Progress progress;

    /** @param eventsFrom older events of a query are not kept one by one */
    Sync(
            Configuration configuration,
            Connections connections,
            SourceRules rules,
            Instant eventsFrom,
            Progress progress) {
        this.eventsFrom = eventsFrom;
        this.configuration = configuration;
        this.connections = connections;
        this.rules = rules;
        this.progress = progress;
    }

    /** Fills the store and returns the health of everything that was read, which the store keeps too. */
    List<SourceHealth> into(Observations observations, Set<String> applications, Set<String> sources) {
        List<Callable<List<SourceHealth>>> work = new ArrayList<>();
        for (SourceConfig source : configuration.sources()) {
            if (sources.contains(source.name())) {
                readings(observations, source, applications, work);
            }
        }
        for (ApplicationConfig application : configuration.applications()) {
            if (applications.contains(application.name())) {
                work.add(() -> List.of(readAccounts(observations, application)));
            }
        }
        List<SourceHealth> health = all(work);
        observations.keep(health);
        return health;
    }

    private void readings(
            Observations observations,
            SourceConfig source,
            Set<String> applications,
            List<Callable<List<SourceHealth>>> work) {
        List<String> about =
                source.applications().stream().filter(applications::contains).toList();
        if (about.isEmpty()) {
            return;
        }
        switch (source.origin()) {
            case Origin.FromConnector from ->
                work.add(() -> readFeed(observations, source, about, connections.connect(from.connector())));
            case Origin.FromSql(String query) -> work.add(() -> readQuery(observations, source, about, query));
            case Origin.FromApplications own ->
                about.forEach(application -> work.add(() ->
                        readFeed(observations, source, List.of(application), connections.application(application))));
        }
    }

    private SourceHealth readAccounts(Observations observations, ApplicationConfig application) {
        progress.doing("reading the accounts of " + application.name());
        ConnectorConfig config = application.accounts() == null ? application.connector() : application.accounts();
        Connector connector = config == null ? null : connections.connect(config);
        if (!(connector instanceof ListsAccounts lists)) {
            return fault(
                    SourceHealth.ACCOUNTS,
                    application.name(),
                    "nothing lists the accounts of " + application.name()
                            + ": give it a connector, or accounts from files");
        }
        long[] count = new long[1];
        try (AccountIntake intake = observations.accounts(application.name())) {
            Listing listing = lists.listAccounts(account -> {
                count[0]++;
                intake.accept(account);
            });
            intake.complete();
            return rules.accounts(application.name(), listing, count[0]);
        } catch (ConnectorException e) {
            return fault(SourceHealth.ACCOUNTS, application.name(), e.getMessage());
        }
    }

    private List<SourceHealth> readFeed(
            Observations observations, SourceConfig source, List<String> about, @Nullable Connector connector) {
        progress.doing("reading " + source.name());
        if (!(connector instanceof ReportsActivity reports)) {
            return about.stream()
                    .map(name -> fault(source.name(), name, "nothing reports activity for " + name))
                    .toList();
        }
        try (FeedIntake intake = observations.feed(source.name(), about)) {
            Feed feed = reports.readActivity(intake);
            return about.stream()
                    .map(name -> rules.feed(source, name, feed, intake))
                    .toList();
        } catch (ConnectorException e) {
            return about.stream()
                    .map(name -> fault(source.name(), name, e.getMessage()))
                    .toList();
        }
    }

    private List<SourceHealth> readQuery(
            Observations observations, SourceConfig source, List<String> about, String query) {
        progress.doing("asking for " + source.name());
        try {
            QueriedFeed told = observations.query(source.name(), about, query, eventsFrom);
            Instant newest = told.newest() == null ? Instant.EPOCH : told.newest();
            Feed feed = new Feed(newest, told.oldest(), Absence.NOTHING_SEEN, told.rows(), "");
            return about.stream()
                    .map(name -> rules.feed(source, name, feed, told))
                    .toList();
        } catch (ObservationsException e) {
            return about.stream()
                    .map(name -> fault(source.name(), name, e.getMessage()))
                    .toList();
        }
    }

    private static SourceHealth fault(String source, String application, String fault) {
        return new SourceHealth(source, application, fault, null, null, Absence.NOTHING_SEEN, 0, 0, List.of(), "");
    }

    private static List<SourceHealth> all(List<Callable<List<SourceHealth>>> work) {
        int threads = Math.clamp(work.size(), 1, READERS);
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            List<Future<List<SourceHealth>>> futures =
                    work.stream().map(readers::submit).toList();
            List<SourceHealth> health = new ArrayList<>();
            for (Future<List<SourceHealth>> future : futures) {
                health.addAll(future.get());
            }
            return health;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a reader failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}
