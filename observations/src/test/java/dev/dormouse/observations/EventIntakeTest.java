package dev.dormouse.observations;

import static dev.dormouse.observations.Acme.ACME;

import dev.dormouse.core.observations.FeedIntake;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class EventIntakeTest extends EventIntakeContract {

    private final DuckDb database = DuckDb.inMemory();

    @BeforeEach
    void prepare() throws SQLException {
        Layout.prepare(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }

    @Override
    FeedIntake log() {
        try {
            return new StagedFeed(database, new FeedTable(database), "log", List.of(ACME));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
