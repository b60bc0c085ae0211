package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Sighting.Visibility;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store does with the events of logs. */
abstract class EventIntakeContract {

    private static final String ROLLED_UP = "select account, kind, day, sum(events), max(newest) from daily"
            + " group by account, kind, day order by account, kind, day";
    private static final String SEEN =
            "select account, newest_login, newest_use, unreadable from seen order by account";
    private static final Instant MORNING = Instant.parse("2024-06-01T08:00:00Z");

    /** One that holds the tables and nothing else. */
    abstract Database database();

    abstract FeedIntake log();

    @Test
    void the_same_event_counts_once_within_a_reading_and_from_reading_to_reading() throws SQLException {
        read(login("bob", MORNING, 1), login("Bob", MORNING, 1), login("bob", MORNING.plusSeconds(60), 2));
        read(login("bob", MORNING.plusSeconds(60), 2), login("bob", MORNING.plusSeconds(90), 3));
        assertThat(rows(ROLLED_UP)).containsExactly("bob LOGIN 19875 3 " + Micros.of(MORNING.plusSeconds(90)));
        assertThat(rows("select count(*) from event")).containsExactly("3");
    }

    @Test
    void a_late_event_is_taken_in_and_leaves_the_newest_as_it_is() throws SQLException {
        read(login("bob", MORNING, 1));
        read(login("bob", MORNING.minus(Duration.ofDays(30)), 2));
        assertThat(rows("select day, events from daily order by day")).containsExactly("19845 1", "19875 1");
        assertThat(rows(SEEN)).containsExactly("bob " + Micros.of(MORNING) + " null 0");
    }

    @Test
    void events_before_1970_belong_to_the_day_they_happened_on() throws SQLException {
        read(login("bob", Instant.parse("1969-12-31T23:59:59Z"), 1));
        assertThat(rows("select day from daily")).containsExactly("-1");
    }

    @Test
    void kinds_are_told_apart() throws SQLException {
        read(login("bob", MORNING, 1), new Sighting.Event("bob", MORNING.plusSeconds(5), ActivityKind.USE, 2));
        assertThat(rows(SEEN))
                .containsExactly("bob " + Micros.of(MORNING) + " " + Micros.of(MORNING.plusSeconds(5)) + " 0");
    }

    @Test
    void what_could_not_be_read_is_unknown_only_until_it_can_be_read() throws SQLException {
        read(login("bob", MORNING, 1), new Sighting.Unreadable("bob", new Problem("log:2:1", "no time")));
        assertThat(rows(SEEN)).containsExactly("bob " + Micros.of(MORNING) + " null 1");
        read(login("eve", MORNING, 3));
        assertThat(rows(SEEN))
                .containsExactly("bob " + Micros.of(MORNING) + " null 0", "eve " + Micros.of(MORNING) + " null 0");
    }

    @Test
    void a_reading_that_broke_off_keeps_its_events_and_the_next_one_adds_the_rest() throws SQLException {
        FeedIntake broken = log();
        broken.sighting(login("bob", MORNING, 1));
        broken.close();
        read(login("bob", MORNING, 1), login("eve", MORNING, 2));
        assertThat(rows("select account, events from daily order by account")).containsExactly("bob 1", "eve 1");
    }

    @Test
    void a_log_without_an_event_this_time_keeps_those_it_told_before() throws SQLException {
        read(login("bob", MORNING, 1));
        read(new Sighting.Unreadable("eve", new Problem("log:1:1", "no time")));
        read();
        assertThat(rows("select account, events from daily d join feed f on f.feed = d.feed"))
                .containsExactly("bob 1");
        assertThat(rows(SEEN)).containsExactly("bob " + Micros.of(MORNING) + " null 0", "eve null null 0");
    }

    @Test
    void content_is_counted_by_owner_and_replaced_when_it_is_told_again() throws SQLException {
        read(owns("bob", Visibility.PRIVATE), owns("bob", Visibility.PUBLIC), owns("bob", Visibility.PUBLIC));
        assertThat(rows("select account, private_items, public_items from content"))
                .containsExactly("bob 1 2");
        read(owns("eve", Visibility.PUBLIC));
        FeedTable.sweep(database());
        assertThat(rows("select account, private_items, public_items from content"))
                .containsExactly("eve 0 1");
    }

    private void read(Sighting... sightings) {
        try (FeedIntake intake = log()) {
            List.of(sightings).forEach(intake::sighting);
        }
    }

    private static Sighting login(String account, Instant at, long id) {
        return new Sighting.Event(account, at, ActivityKind.LOGIN, id);
    }

    private static Sighting owns(String account, Visibility visibility) {
        return new Sighting.Owns(account, visibility);
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getObject(column)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }
}
