package dev.dormouse.observations;

import static dev.dormouse.observations.Acme.ACME;

import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.testkit.TrinoServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

class TrinoEventIntakeTest extends EventIntakeContract {

    private final Trino trino = new Trino(TrinoServer.emptySchema());

    @BeforeEach
    void prepare() throws SQLException {
        Layout.prepare(trino);
    }

    @Override
    Database database() {
        return trino;
    }

    @Override
    FeedIntake log() {
        return new TrinoFeed(trino, "log", List.of(ACME));
    }
}
