package dev.dormouse.app;

import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.ConnectorConfig;
import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.config.SourceConfig.Origin;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.KnowsItsSize;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every list of accounts and every source that workflows ask, to be read into the observations, several at a time. One that
 * fails does not stop the others.
 */
final class Sync {

    /** Cheap to ask for its size; others would ask a remote system. */
    private static final String FILES = "files";

    /** A plain list of logins has few bytes for each account and costs as much as any other. */
    private static final long ACCOUNT_LISTS = 8;

    private final Connections connections;
    private final Persons persons;
    private final Readings readings = new Readings();

    /** Works out what is to be read, and reads nothing yet. */
    Sync(Configuration configuration, Connections connections, List<Workflow> workflows) {
        this.connections = connections;
        persons = Persons.of(configuration, workflows);
        Set<String> applications = Documents.applications(workflows);
        Set<String> sources = Documents.sources(workflows);
        for (SourceConfig source : configuration.sources()) {
            if (persons.lists().contains(source.name())) {
                source(source, Set.copyOf(source.applications()));
            } else if (sources.contains(source.name())) {
                source(source, applications);
            }
        }
        for (ApplicationConfig application : configuration.applications()) {
            if (applications.contains(application.name()) || persons.listings().contains(application.name())) {
                accounts(application);
            }
        }
    }

    /** Fills the store, and returns the health of everything that was read, which the store keeps too. */
    List<SourceHealth> run(SourceReader reader) {
        List<SourceHealth> health = readings.all(reader);
        if (persons.count()) {
            reader.progress().doing("joining accounts to persons");
            reader.observations().join(persons.join());
        }
        reader.observations().keep(health);
        return health;
    }

    private void accounts(ApplicationConfig application) {
        ConnectorConfig lister = application.accounts() == null ? application.connector() : application.accounts();
        readings.add(
                ACCOUNT_LISTS * bytes(lister),
                reader -> List.of(reader.accounts(application, lister == null ? null : connections.connect(lister))));
    }

    private void source(SourceConfig source, Set<String> applications) {
        List<String> about =
                source.applications().stream().filter(applications::contains).toList();
        if (about.isEmpty()) {
            return;
        }
        switch (source.origin()) {
            case Origin.FromConnector from ->
                readings.add(
                        bytes(from.connector()),
                        reader -> reader.feed(source, about, connections.connect(from.connector())));
            case Origin.FromSql(String query) -> readings.add(0, reader -> reader.query(source, about, query));
            case Origin.FromApplications _ ->
                about.forEach(application -> readings.add(
                        0, reader -> reader.feed(source, List.of(application), connections.application(application))));
        }
    }

    private long bytes(@Nullable ConnectorConfig config) {
        return config != null
                        && config.type().equals(FILES)
                        && connections.connect(config) instanceof KnowsItsSize sized
                ? sized.bytes()
                : 0;
    }
}
