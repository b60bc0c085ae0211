package dev.dormouse.testkit;

import io.trino.plugin.iceberg.IcebergPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A real Trino over Iceberg tables in a temporary folder; one for all tests of the process, as it takes seconds to start. */
public final class TrinoServer {

    private static final Logger LOGS = Logger.getLogger("");

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static final TrinoServer RUNNING = start();

    private final String address;

    private TrinoServer(String address) {
        this.address = address;
    }

    /** The address of a schema with nothing in it. */
    public static String emptySchema() {
        String schema = "dormouse_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(RUNNING.address + "?user=test");
                Statement statement = connection.createStatement()) {
            statement.execute("create schema iceberg." + schema);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return RUNNING.address + "/iceberg/" + schema;
    }

    private static TrinoServer start() {
        LOGS.setLevel(Level.WARNING);
        try {
            Path folder = Files.createTempDirectory("trino");
            DistributedQueryRunner runner = DistributedQueryRunner.builder(
                            TestingSession.testSessionBuilder().build())
                    .setWorkerCount(0)
                    .build();
            runner.installPlugin(new IcebergPlugin());
            runner.createCatalog(
                    "iceberg",
                    "iceberg",
                    Map.of(
                            "iceberg.catalog.type", "TESTING_FILE_METASTORE",
                            "hive.metastore.catalog.dir", "local:///",
                            "fs.local.enabled", "true",
                            "local.location", folder.toString()));
            LOGS.setLevel(Level.WARNING);
            URI at = runner.getCoordinator().getBaseUrl();
            return new TrinoServer("jdbc:trino://" + at.getHost() + ":" + at.getPort());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (Exception failure) {
            throw new IllegalStateException("Trino did not start", failure);
        }
    }
}
