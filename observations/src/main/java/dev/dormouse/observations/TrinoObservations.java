package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.QueriedFeed;
import dev.dormouse.core.observations.SourceHealth;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * {@link Observations} on a Trino cluster, for example over Iceberg tables, where one machine is not enough. What
 * connectors deliver is gathered in memory here and written there at the end of each intake; one process writes at a time.
 */
public final class TrinoObservations extends SqlObservations {

    private final Trino trino;

    private TrinoObservations(Trino trino) {
        super(trino);
        this.trino = trino;
    }

    /**
     * The tables in the catalog and schema that the address names, which are made where they are absent.
     *
     * @param url for example {@code jdbc:trino://host:443/lake/dormouse?SSL=true}
     * @throws ObservationsException when the cluster cannot be reached or may not be written to
     */
    public static TrinoObservations at(String url) {
        return new TrinoObservations(new Trino(url));
    }

    @Override
    public AccountIntake accounts(String application) {
        return new TrinoAccounts(trino, application);
    }

    @Override
    public FeedIntake feed(String source, List<String> applications) {
        return new TrinoFeed(trino, source, applications);
    }

    @Override
    public QueriedFeed query(String source, List<String> applications, String query, Instant eventsFrom) {
        QueryFeed rows = new QueryFeed(trino.dialect(), query);
        synchronized (trino) {
            try (Connection connection = trino.connect();
                    Statement statement = connection.createStatement()) {
                QueriedFeed told = rows.tally(connection);
                long feed = trino.freshFeed();
                for (String one : rows.statements(feed, eventsFrom)) {
                    statement.execute(one);
                }
                trino.point(feed, source, applications);
                return told;
            } catch (SQLException failure) {
                throw ObservationsException.query(source, failure);
            }
        }
    }

    @Override
    public void keep(List<SourceHealth> health) {
        try (DuckDb local = DuckDb.inMemory()) {
            Layout.prepare(local);
            HealthTable.keep(local.connect(), health);
            FeedTable.sweep(trino);
            try (Upload upload = new Upload(local, trino)) {
                // In this order a crash leaves at each point how far every log reached.
                trino.run(HealthTable.SET_BACK);
                upload.copy("select * from health_problem", "health_problem");
                upload.copy("select * from health", "health");
                trino.run(HealthTable.REPLACE);
            }
        } catch (SQLException failure) {
            throw ObservationsException.failed("keeping the health of the sources", failure);
        }
    }
}
