package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.KeptEvents;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.workflow.Selection.Subject;
import dev.dormouse.core.workflow.SourceRule.Match;
import dev.dormouse.testkit.TrinoServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell of generated backtests, by the one statement and by judging every account on every day. */
class BacktestEqualsDirectTest {

    private static long selected;
    private static long used;
    private static long cameWithoutUse;
    private static long bucketed;
    private static long selectedGrants;
    private static long selectedByPerson;
    private static long narrowed;
    private static long counted;

    @TempDir
    private Path folder;

    @AfterAll
    static void enough_was_selected_and_came_back_to_mean_something() {
        assertThat(selected).isGreaterThan(1_000);
        assertThat(used).isGreaterThan(300);
        assertThat(cameWithoutUse).isGreaterThan(100);
        assertThat(bucketed).isGreaterThan(1_000);
        assertThat(selectedGrants).isGreaterThan(500);
        assertThat(selectedByPerson).isGreaterThan(300);
        assertThat(narrowed).isGreaterThan(100);
        assertThat(counted).isGreaterThan(300);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40
            })
    void the_statement_and_the_direct_method_agree_in_every_cell(long seed) throws SQLException {
        for (BacktestCell cell : compareAll(new PastWorld(seed), seed)) {
            selected += cell.selected();
            used += cell.usedAgain().getLast();
            cameWithoutUse += cell.cameAgain().getLast() - cell.usedAgain().getLast();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 53, 55, 57, 59, 61, 63, 65, 67, 69})
    void they_agree_about_grants_too(long seed) throws SQLException {
        PastWorld world = new PastWorld(seed, Subject.GRANT, seed % 3 == 0 ? Match.PERSON : Match.ACCOUNT, null);
        compareAll(world, seed).forEach(cell -> selectedGrants += cell.selected());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72, 73, 74, 75, 76, 77, 78, 79, 80})
    void they_agree_where_a_source_tells_of_persons_too(long seed) throws SQLException {
        PastWorld world = new PastWorld(seed, Subject.ACCOUNT, Match.PERSON, null);
        compareAll(world, seed).forEach(cell -> selectedByPerson += cell.selected());
    }

    private List<BacktestCell> compareAll(PastWorld world, long seed) throws SQLException {
        List<BacktestCell> expected = new DirectBacktest(world).cells();
        try (Observations store = DuckDbObservations.inMemory()) {
            world.fill(store);
            compare(store, world, expected, seed);
        }
        if (world.plan.thresholds().getFirst() >= Buckets.DAYS) {
            compareKept(world, expected, seed);
        }
        return expected;
    }

    /** Shorter silences are found in days alone. */
    private void compareKept(PastWorld world, List<BacktestCell> expected, long seed) throws SQLException {
        try (DuckDb kept = DuckDb.open(folder.resolve("kept.duckdb"));
                Observations store = DuckDbObservations.on(kept)) {
            world.fillInOrder(store);
            compare(store, world, expected, seed);
            bucketed += Objects.requireNonNull(kept.number("select count(*) from bucket"));
        }
    }

    @ParameterizedTest(name = "seed {0}: {1}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                51 | account.kind == HUMAN
                52 | account.kind != SERVICE && grants.has('team:red')
                53 | account.attributes.unit == 'it'
                54 | !(account.attributes.unit == 'it') || grants.any('team:')
                55 | account.created <= timestamp('2024-06-01T00:00:00Z')
                56 | account.created <= now - days(200)
                57 | account.login.endsWith('3') ? has(account.attributes.unit) : account.kind == HUMAN
                58 | true
                59 | account.kind == SYSTEM
            """)
    void what_a_condition_asks_of_accounts_narrows_who_is_selected(long seed, String when)
            throws SQLException, ConditionException {
        PastWorld world = new PastWorld(
                seed, seed % 2 == 0 ? Subject.GRANT : Subject.ACCOUNT, Match.ACCOUNT, Condition.parse(when));
        List<BacktestCell> expected = new DirectBacktest(world).cells();
        try (Observations store = DuckDbObservations.inMemory()) {
            world.fill(store);
            compare(store, world, expected, seed);
        }
        if (seed % 4 == 1) {
            try (Observations store = TrinoObservations.at(TrinoServer.emptySchema())) {
                world.fill(store);
                compare(store, world, expected, seed);
            }
        }
        expected.forEach(cell -> narrowed += cell.selected());
    }

    @ParameterizedTest(name = "seed {0}: {1}")
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                101 | activity.logins(days(30)) <= 2
                102 | activity.count(days(100)) >= 1
                103 | activity.activeDays(days(200)) > 1 && account.kind == HUMAN
                104 | activity.logins(days(60)) < 2 || account.attributes.unit == 'it'
                105 | activity.uses(days(45)) == activity.logins(days(45))
                106 | !(activity.count(days(150)) > 3)
                107 | activity.count(days(100)) % 2 == 0
                108 | activity.count(days(365)) <= 2
                109 | activity.count(days(60)) > activity.count(days(40))
                110 | activity.activeDays(days(1)) == 0
                111 | grants.any('team:') ? activity.count(days(90)) > 2 : activity.activeDays(days(30)) < 1
                112 | activity.count(days(7)) % 3 != 1 || activity.uses(days(90)) % 2 == 1
                113 | activity.activeDays(days(120)) == activity.count(days(120))
                114 | activity.count(days(80)) < 3 && account.created < timestamp('2024-08-01T00:00:00Z')
            """)
    void what_a_condition_counts_is_weighed_on_every_day(long seed, String when)
            throws SQLException, ConditionException {
        PastWorld world = new PastWorld(seed, Subject.ACCOUNT, Match.ACCOUNT, Condition.parse(when));
        List<BacktestCell> expected = new DirectBacktest(world).cells();
        try (Observations store = DuckDbObservations.inMemory()) {
            world.fill(store);
            compare(store, world, expected, seed);
        }
        if (seed == 103) {
            try (Observations store = TrinoObservations.at(TrinoServer.emptySchema())) {
                world.fill(store);
                compare(store, world, expected, seed);
            }
        }
        expected.forEach(cell -> counted += cell.selected());
    }

    /** Twenty more worlds for the conditions whose truth changes most often. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {201, 202, 203, 204, 205, 206, 207, 208, 209, 210})
    void a_condition_that_changes_with_every_event_cuts_spells_where_it_does(long seed)
            throws SQLException, ConditionException {
        for (String when : List.of("activity.count(days(90)) % 2 == 0", "activity.activeDays(days(33)) in [0, 2]")) {
            PastWorld world = new PastWorld(seed, Subject.ACCOUNT, Match.ACCOUNT, Condition.parse(when));
            List<BacktestCell> expected = new DirectBacktest(world).cells();
            try (Observations store = DuckDbObservations.inMemory()) {
                world.fill(store);
                compare(store, world, expected, seed);
            }
            expected.forEach(cell -> counted += cell.selected());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44})
    void they_agree_on_trino_too(long seed) {
        PastWorld world = new PastWorld(
                seed, seed % 2 == 0 ? Subject.GRANT : Subject.ACCOUNT, seed > 42 ? Match.PERSON : Match.ACCOUNT, null);
        try (Observations store = TrinoObservations.at(TrinoServer.emptySchema())) {
            world.fill(store);
            compare(store, world, new DirectBacktest(world).cells(), seed);
            try (Observations duck = DuckDbObservations.inMemory()) {
                world.fill(duck);
                History history = world.plan.history();
                Instant asOf = world.plan.days().getLast();
                assertThat(store.spells(history, asOf).open())
                        .isEqualTo(duck.spells(history, asOf).open());
                assertThat(store.spells(history, asOf).lengths())
                        .containsExactlyInAnyOrderElementsOf(
                                duck.spells(history, asOf).lengths());
            }
        }
    }

    private static void compare(Observations store, PastWorld world, List<BacktestCell> expected, long seed) {
        List<BacktestCell> found = store.backtest(world.plan);
        assertThat(found).as("seed %s", seed).hasSameSizeAs(expected);
        for (int cell = 0; cell < expected.size(); cell++) {
            assertThat(found.get(cell)).as("seed %s", seed).isEqualTo(expected.get(cell));
        }
        assertThat(store.keptEvents(PastWorld.APPLICATIONS))
                .extracting(KeptEvents::source)
                .containsOnly("log", "own");
    }
}
