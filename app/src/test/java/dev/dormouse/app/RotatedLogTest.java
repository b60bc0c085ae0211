package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.backtest.Backtested.Day;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.engine.PassResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that holds only the newest days at each pass: what earlier passes have read counts as long as nothing was lost. */
class RotatedLogTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void write() {
        site = new Site(folder, BEGIN);
        site.write("dormouse.yaml", """
                applications:
                  github/acme: {accounts: {format: github-members, files: members.json}}
                sources:
                  audit-log: {format: github-audit-log, files: audit.jsonl}
                workflows:
                  - workflow: unused
                    applications: [github/acme]
                    select: {inactiveFor: 15d, neverActive: since-created}
                """);
    }

    /** The log as it is at the end of that day. */
    private Site log(int day, String... lines) {
        site.clock().set(at(day).plus(Duration.ofHours(1)));
        site.write(
                "members.json",
                "[{\"login\":\"busy\",\"created_at\":\"2020-01-01T00:00:00Z\"},"
                        + "{\"login\":\"quiet\",\"created_at\":\"2020-01-01T00:00:00Z\"}]");
        return site.write("audit.jsonl", Arrays.stream(lines).collect(Collectors.joining("\n", "", "\n")));
    }

    private static Instant at(int day) {
        return BEGIN.plus(Duration.ofDays(day));
    }

    private static String event(String login, int day) {
        return "{\"@timestamp\":" + at(day).toEpochMilli() + ",\"action\":\"repo.create\",\"actor\":\"" + login + "\"}";
    }

    /** One event of {@code busy} a day. */
    private static String[] busy(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(day -> event("busy", day))
                .toArray(String[]::new);
    }

    private static SourceHealth log(RunPass.Done done) {
        return done.health().stream()
                .filter(one -> one.source().equals("audit-log"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unassignable", "few", "unassignable alone"})
    void what_a_faulty_reading_lost_is_no_silence(String fault) {
        log(10, busy(1, 10));
        assertThat(log(site.run()).completeFrom()).isEqualTo(at(1));
        switch (fault) {
            case "unassignable" -> {
                String[] lines = busy(10, 20);
                lines[8] = "[\"quiet was here\"]";
                log(20, lines);
            }
            case "few" -> log(20, event("busy", 10), event("busy", 20));
            default -> log(20, "{\"@timestamp\":" + at(10).toEpochMilli() + ",\"actor\":7}");
        }

        SourceHealth faulty = log(site.run());
        assertThat(faulty.healthy()).isFalse();
        assertThat(faulty.asOf()).isEqualTo(at(10));
        assertThat(faulty.completeFrom()).isEqualTo(at(1));

        log(30, busy(20, 30));
        RunPass.Done done = site.run();
        assertThat(log(done).fault()).isNull();
        assertThat(log(done).completeFrom()).isEqualTo(at(20));
        assertThat(done.results().getFirst().tally().dormant()).isZero();
        assertThat(done.results().getFirst().tally().unknown()).isEqualTo(1);
    }

    @Test
    void a_faulty_reading_that_is_mended_goes_on_where_the_last_good_one_ended() {
        log(10, busy(1, 10));
        site.run();
        log(20, event("busy", 10), event("busy", 20));
        assertThat(log(site.run()).healthy()).isFalse();
        log(21, busy(10, 21));
        assertThat(log(site.run()).completeFrom()).isEqualTo(at(1));
    }

    @Test
    void a_first_reading_that_is_faulty_says_nothing_of_its_time() {
        String[] lines = busy(1, 10);
        lines[8] = "[\"quiet was here\"]";
        log(10, lines);
        assertThat(log(site.run()).healthy()).isFalse();
        log(20, busy(10, 20));
        assertThat(log(site.run()).completeFrom()).isEqualTo(at(10));
    }

    @Test
    void a_pass_that_was_killed_while_it_read_makes_no_gap() {
        log(10, busy(1, 10));
        site.run();
        log(20, busy(10, 20));
        try (Workspace workspace = site.open();
                Observations store = workspace.openObservations()) {
            store.begin();
        }

        assertThat(log(site.run()).completeFrom()).isEqualTo(at(1));
    }

    @Test
    void who_was_seen_before_days_were_lost_may_have_been_active_in_them() {
        log(10, with(busy(1, 10), 4, event("quiet", 5)));
        site.run();
        log(30, busy(20, 30));
        PassResult lost = site.run().results().getFirst();
        assertThat(lost.tally().dormant()).isZero();
        assertThat(lost.tally().unknown()).isEqualTo(1);

        log(36, busy(30, 36));
        assertThat(site.run().results().getFirst().tally().dormant())
                .as("nothing is missing in the last 15 days any more")
                .isEqualTo(1);
    }

    @Test
    void a_backtest_takes_no_days_that_were_lost_for_silence() {
        log(10, with(busy(1, 10), 4, event("quiet", 5)));
        site.run();
        log(40, busy(20, 40));
        site.run();
        assertThat(standing(20, 29))
                .as("in the first ten days after what was lost")
                .containsOnly(0L);
        assertThat(standing(31, 38)).containsOnly(1L);
    }

    @Test
    void a_backtest_takes_the_days_of_all_readings_that_went_on_from_each_other() {
        log(10, with(busy(1, 10), 4, event("quiet", 5)));
        site.run();
        log(40, busy(10, 40));
        site.run();
        assertThat(standing(16, 38)).containsOnly(1L);
    }

    @Test
    void a_silence_over_lost_days_is_no_earlier_one_of_a_seat() {
        log(10, with(busy(1, 10), 4, event("quiet", 5)));
        site.run();
        log(70, with(busy(50, 70), 10, event("quiet", 60)));
        site.run();
        log(200, busy(70, 200));
        site.run();
        assertThat(seat().silent()).isGreaterThan(Duration.ofDays(130));
        assertThat(seat().earlier()).isZero();
    }

    @Test
    void the_silence_of_a_seat_is_as_long_as_is_known() {
        log(10, with(busy(1, 10), 4, event("quiet", 5)));
        site.run();
        log(80, busy(50, 80));
        site.run();
        assertThat(seat().silent()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void a_past_judgement_takes_no_days_that_were_lost_for_silence() {
        log(10, with(busy(1, 10), 4, event("quiet", 5)));
        site.run();
        log(30, busy(20, 30));
        site.run();
        log(45, with(busy(30, 45), 10, event("quiet", 40)));
        site.run();
        try (Workspace workspace = site.open()) {
            assertThat(new Explain(workspace)
                            .explain("quiet", Explain.Evidence.LAST_PASS, at(25))
                            .explanations()
                            .getFirst()
                            .judgement()
                            .answer())
                    .isEqualTo(Answer.UNKNOWN);
        }
    }

    private static String[] with(String[] lines, int place, String line) {
        lines[place] = line;
        return lines;
    }

    private SelectFree.Seat seat() {
        try (Workspace workspace = site.open()) {
            SelectFree.Seat seat =
                    new SelectFree(workspace).run("unused", 9).seats().getFirst();
            assertThat(seat.judged().key().account()).isEqualTo("quiet");
            return seat;
        }
    }

    /** How many stand selected with ten days, on each of those days. */
    private List<Long> standing(int first, int last) {
        try (Workspace workspace = site.open()) {
            LocalDate begin = LocalDate.ofInstant(BEGIN, ZoneOffset.UTC);
            return new Backtest(workspace)
                            .run("unused", begin.plusDays(first), begin.plusDays(last), List.of(10))
                            .thresholds()
                            .getFirst()
                            .byDay()
                            .stream()
                            .map(Day::standing)
                            .toList();
        }
    }
}
