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
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Progress;
import dev.dormouse.observations.ObservationsException;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.KnowsItsSize;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ReportsActivity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads every list of accounts and every source into the observations, several at a time. A source that fails does not
 * stop the others: it becomes unhealthy, with a fault that names file, line and column.
 */
final class Sync {

    /** Cheap to ask for its size; others would ask a remote system. */
    private static final String FILES = "files";

    /** A plain list of logins has few bytes for each account and costs as much as any other. */
    private static final long ACCOUNT_LISTS = 8;

    private final Configuration configuration;
    private final Connections connections;
    private final SourceRules rules;
    private final Instant eventsFrom;
    private final UnaryOperator<ActivitySink> listening;
    private final Progress progress;

    /** @param eventsFrom older events of a query are not kept one by one */
    Sync(
            Configuration configuration,
            Connections connections,
            SourceRules rules,
            Instant eventsFrom,
            Progress progress) {
        this(configuration, connections, rules, eventsFrom, progress, sink -> sink);
    }

    private Sync(
            Configuration configuration,
            Connections connections,
            SourceRules rules,
            Instant eventsFrom,
            Progress progress,
            UnaryOperator<ActivitySink> listening) {
        this.eventsFrom = eventsFrom;
        this.listening = listening;
        this.configuration = configuration;
        this.connections = connections;
        this.rules = rules;
        this.progress = progress;
    }

    /** The same, for who asks for the newest activity alone, of a store that is not kept. */
    Sync newestAlone() {
        return new Sync(configuration, connections, rules, eventsFrom, progress, NewestAlone::new);
    }

    /**
     * Fills the store with what these workflows ask, and returns the health of everything that was read, which the store
     * keeps too.
     */
    List<SourceHealth> into(Observations observations, List<Workflow> workflows) {
        Set<String> applications = Workspace.applications(workflows);
        Set<String> sources = Workspace.sources(workflows);
        Persons persons = Persons.of(configuration, workflows);
        Readings work = new Readings();
        for (SourceConfig source : configuration.sources()) {
            if (persons.lists().contains(source.name())) {
                readings(observations, source, Set.copyOf(source.applications()), work);
            } else if (sources.contains(source.name())) {
                readings(observations, source, applications, work);
            }
        }
        for (ApplicationConfig application : configuration.applications()) {
            if (applications.contains(application.name()) || persons.listings().contains(application.name())) {
                ConnectorConfig lister =
                        application.accounts() == null ? application.connector() : application.accounts();
                work.add(ACCOUNT_LISTS * bytes(lister), () -> List.of(readAccounts(observations, application, lister)));
            }
        }
        List<SourceHealth> health = work.all();
        if (persons.count()) {
            progress.doing("joining accounts to persons");
            observations.join(persons.join());
        }
        observations.keep(health);
        return health;
    }

    private void readings(Observations observations, SourceConfig source, Set<String> applications, Readings work) {
        List<String> about =
                source.applications().stream().filter(applications::contains).toList();
        if (about.isEmpty()) {
            return;
        }
        switch (source.origin()) {
            case Origin.FromConnector from ->
                work.add(
                        bytes(from.connector()),
                        () -> readFeed(observations, source, about, connections.connect(from.connector())));
            case Origin.FromSql(String query) -> work.add(0, () -> readQuery(observations, source, about, query));
            case Origin.FromApplications own ->
                about.forEach(application -> work.add(
                        0,
                        () -> readFeed(
                                observations, source, List.of(application), connections.application(application))));
        }
    }

    private long bytes(@Nullable ConnectorConfig config) {
        return config != null
                        && config.type().equals(FILES)
                        && connections.connect(config) instanceof KnowsItsSize sized
                ? sized.bytes()
                : 0;
    }

    private SourceHealth readAccounts(
            Observations observations, ApplicationConfig application, @Nullable ConnectorConfig config) {
        progress.doing("reading the accounts of " + application.name());
        Connector connector = config == null ? null : connections.connect(config);
        if (!(connector instanceof ListsAccounts lists)) {
            return rules.failed(
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
            return rules.failed(SourceHealth.ACCOUNTS, application.name(), e.getMessage());
        }
    }

    private List<SourceHealth> readFeed(
            Observations observations, SourceConfig source, List<String> about, @Nullable Connector connector) {
        progress.doing("reading " + source.name());
        if (!(connector instanceof ReportsActivity reports)) {
            return about.stream()
                    .map(name -> rules.failed(source.name(), name, "nothing reports activity for " + name))
                    .toList();
        }
        try (FeedIntake intake = observations.feed(source.name(), about)) {
            Feed feed = reports.readActivity(listening.apply(intake));
            return about.stream()
                    .map(name -> rules.feed(source, name, feed, intake))
                    .toList();
        } catch (ConnectorException e) {
            return about.stream()
                    .map(name -> rules.failed(source.name(), name, e.getMessage()))
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
                    .map(name -> rules.failed(source.name(), name, e.getMessage()))
                    .toList();
        }
    }
}
