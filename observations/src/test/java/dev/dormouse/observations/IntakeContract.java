package dev.dormouse.observations;

import static dev.dormouse.observations.Acme.ACME;
import static dev.dormouse.observations.Acme.LONG_AGO;
import static dev.dormouse.observations.Acme.NOW;
import static dev.dormouse.observations.Acme.judge;
import static dev.dormouse.observations.Acme.list;
import static dev.dormouse.observations.Acme.question;
import static dev.dormouse.observations.Acme.seen;
import static dev.dormouse.observations.Acme.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.QueriedFeed;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.Silence;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store does with what connectors deliver. */
abstract class IntakeContract {

    /** A store with nothing in it. */
    abstract Observations empty();

    @Test
    void logins_meet_whatever_their_case_and_keep_the_spelling_of_the_listing() {
        try (Observations store = empty()) {
            list(store, ACME, "TITLE-İI", "Bob");
            seen(store, List.of(ACME), LONG_AGO, " bOB ", "title-İi");
            assertThat(judge(store, question(workflow(ACME))))
                    .extracting(Judged::login)
                    .containsExactly("Bob", "TITLE-İI");
        }
    }

    @Test
    void an_account_listed_twice_is_one_account_with_its_first_spelling_and_all_it_holds() {
        try (Observations store = empty()) {
            try (AccountIntake intake = store.accounts(ACME)) {
                intake.accept(AccountRecord.of("Bob", "org-member"));
                intake.accept(new AccountRecord("BOB", "17", AccountKind.SERVICE, null, LONG_AGO, List.of("team:it")));
                intake.complete();
            }
            seen(store, List.of(ACME), LONG_AGO, "bob");
            Workflow it = Workflows.of(
                    List.of(ACME),
                    new Selection(
                            workflow(ACME).selection().sources(),
                            Selection.Combine.LATEST,
                            Selection.NeverActive.EXCLUDE,
                            List.of("Team:IT")),
                    Exemptions.none());
            Judged judged = judge(store, question(it)).getFirst();
            assertThat(judged.login()).isEqualTo("Bob");
            assertThat(judged.remoteId()).isEqualTo("17");
            assertThat(judged.entitlement()).isEqualTo("Team:IT");
            assertThat(store.judge(question(workflow(ACME)), one -> {}).inScope())
                    .isOne();
        }
    }

    @Test
    void a_listing_that_was_not_completed_leaves_the_old_one() {
        try (Observations store = empty()) {
            list(store, ACME, "old");
            seen(store, List.of(ACME), LONG_AGO, "old", "new");
            try (AccountIntake intake = store.accounts(ACME)) {
                intake.accept(AccountRecord.of("new", "org-member"));
            }
            assertThat(judge(store, question(workflow(ACME))))
                    .extracting(Judged::login)
                    .containsExactly("old");
            list(store, ACME, "new");
            assertThat(judge(store, question(workflow(ACME))))
                    .extracting(Judged::login)
                    .containsExactly("new");
        }
    }

    @Test
    void a_feed_that_broke_off_keeps_what_it_had_said_and_shows_only_that_somebody_is_active() {
        try (Observations store = empty()) {
            list(store, ACME, "active", "quiet", "absent");
            assertThatThrownBy(() -> {
                        try (FeedIntake intake = store.feed("people", List.of(ACME))) {
                            intake.sighting(new Sighting.At("active", NOW, ActivityKind.USE));
                            intake.sighting(new Sighting.At("quiet", LONG_AGO, ActivityKind.USE));
                            throw new IllegalStateException("page 3 of 7 failed");
                        }
                    })
                    .hasMessage("page 3 of 7 failed");
            String fault = "people.json: cut off in line 4";
            Question question = new Question(
                    workflow(ACME),
                    NOW,
                    List.of(Population.health("people", ACME, fault, null, Absence.NOTHING_SEEN)),
                    Map.of());
            List<Judged> judged = judge(store, question);
            assertThat(judged).extracting(Judged::login).containsExactly("absent", "quiet");
            assertThat(judged).extracting(Judged::answer).containsOnly(Answer.UNKNOWN);
            assertThat(judged.getLast().evidence().bySource())
                    .containsEntry("people", new Evidence.Unknown(fault, LONG_AGO));
        }
    }

    @Test
    void a_feed_read_again_replaces_what_it_said_about_the_same_applications_alone() {
        try (Observations store = empty()) {
            list(store, ACME, "bob");
            list(store, "github/data", "bob");
            seen(store, List.of(ACME, "github/data"), LONG_AGO, "bob");
            seen(store, List.of(ACME), NOW, "bob");
            store.keep(List.of());
            assertThat(judge(store, question(workflow(ACME, "github/data"))))
                    .extracting(one -> one.key().toString())
                    .containsExactly("github/data:bob");
        }
    }

    @Test
    void an_unreadable_record_is_counted_and_makes_its_account_unknown() {
        try (Observations store = empty()) {
            list(store, ACME, "bob");
            try (FeedIntake intake = store.feed("people", List.of(ACME))) {
                intake.sighting(new Sighting.Unreadable("bob", new Problem("people.json:3:9", "'soon' is no date")));
                for (int line = 0; line < 200; line++) {
                    intake.problem(new Problem("people.json:" + line + ":1", "no login"));
                }
                assertThat(intake.unreadable()).isEqualTo(201);
                assertThat(intake.problems()).hasSize(100);
            }
            Judged judged = judge(store, question(workflow(ACME))).getFirst();
            assertThat(judged.answer()).isEqualTo(Answer.UNKNOWN);
            assertThat(judged.evidence().bySource())
                    .containsEntry(
                            "people",
                            new Evidence.Unknown(
                                    "what it says cannot be read: people.json:3:9: 'soon' is no date", null));
        }
    }

    @Test
    void intakes_of_several_sources_and_applications_are_filled_at_the_same_time() throws Exception {
        int accounts = 20_000;
        List<String> applications = List.of("a", "b", "c", "d");
        try (DuckDbObservations store = DuckDbObservations.inMemory();
                var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = new ArrayList<>();
            for (String application : applications) {
                AccountIntake listing = store.accounts(application);
                work.add(threads.submit(() -> {
                    try (listing) {
                        for (int i = 0; i < accounts; i++) {
                            listing.accept(AccountRecord.of(application + i, "org-member"));
                        }
                        listing.complete();
                    }
                }));
                FeedIntake feed = store.feed("people", List.of(application));
                work.add(threads.submit(() -> {
                    for (int i = 0; i < accounts; i++) {
                        feed.sighting(new Sighting.At(application + i, i % 2 == 0 ? LONG_AGO : NOW, ActivityKind.USE));
                    }
                    feed.close();
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
            assertThat(store.judge(question(workflow("a", "b", "c", "d")), one -> {}))
                    .isEqualTo(new Tally(40_000, 40_000, 0, 0));
        }
    }

    @Test
    void a_query_is_rolled_up_inside_the_engine_and_rows_it_cannot_use_are_counted() {
        try (Observations store = empty()) {
            list(store, ACME, "Active", "quiet", "absent");
            String query = """
                    select 'ACTIVE' account, timestamp '2024-06-18 08:00:00.123456' instant, 'login' kind
                    union all select 'quiet', timestamp '2023-01-01 00:00:00', 'USE'
                    union all select null, timestamp '2023-01-01 00:00:00', 'USE'
                    union all select 'quiet', null, 'USE'
                    union all select 'quiet', timestamp '2024-06-18 08:00:00', 'failed login'
                    """;
            QueriedFeed told = store.query("people", List.of(ACME), query, LONG_AGO);
            assertThat(told)
                    .isEqualTo(new QueriedFeed(
                            5, 3, Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2024-06-18T08:00:00.123456Z")));
            assertThat(told.problems().getFirst())
                    .hasToString("sql: 3 rows lack an account, an instant, or a kind that is LOGIN, USE or MACHINE");
            assertThat(judge(store, question(workflow(ACME))))
                    .extracting(Judged::login, Judged::answer)
                    .contains(tuple("quiet", Answer.DORMANT))
                    .doesNotContain(tuple("Active", Answer.DORMANT));
        }
    }

    @Test
    void a_query_that_fails_is_told_with_its_source_and_what_it_must_give() {
        try (Observations store = empty()) {
            assertThatThrownBy(() -> store.query("lake", List.of(ACME), "select 1 account", LONG_AGO))
                    .isInstanceOf(ObservationsException.class)
                    .hasMessageStartingWith("the sql of source lake failed: ")
                    .hasMessageEndingWith(
                            "it must give the columns account (text), instant (timestamp) and kind (LOGIN, USE or"
                                    + " MACHINE)");
        }
    }

    @Test
    void a_new_sync_forgets_states_and_goes_on_with_events() {
        try (Observations store = empty()) {
            list(store, ACME, "bob");
            try (FeedIntake intake = store.feed("people", List.of(ACME))) {
                intake.sighting(new Sighting.Event("bob", LONG_AGO, ActivityKind.USE, 7));
            }
            seen(store, List.of(ACME), "report", NOW, "bob");
            store.begin();
            assertThat(judge(store, question(workflow(ACME)))).isEmpty();
            assertThat(store.health()).isEmpty();
            list(store, ACME, "bob");
            assertThat(store.coverage("people", ACME)).isOne();
            assertThat(store.coverage("report", ACME)).isZero();
            store.forget(NOW, NOW);
            store.begin();
            list(store, ACME, "bob");
            assertThat(store.coverage("people", ACME)).isZero();
        }
    }

    @Test
    void how_far_a_source_reached_is_known_until_it_is_read_again() {
        try (Observations store = empty()) {
            SourceHealth log = Population.health("log", ACME, null, LONG_AGO, Absence.NOTHING_SEEN);
            SourceHealth other = Population.health("other", ACME, null, LONG_AGO, Absence.NOTHING_SEEN);
            store.keep(List.of(log, other));
            store.begin();
            assertThat(store.health()).isEmpty();
            assertThat(store.reached()).containsExactlyInAnyOrder(log, other);
            store.begin();
            store.keep(List.of(log.reaching(NOW, NOW)));
            assertThat(store.health()).containsExactly(log.reaching(NOW, NOW));
            assertThat(store.reached()).containsExactly(log.reaching(NOW, NOW), other);
            store.keep(List.of(log));
            assertThat(store.health()).containsExactly(log);
            assertThat(store.reached()).containsExactly(log, other);
        }
    }

    @Test
    void many_accounts_of_a_kind_that_fall_silent_together_are_told_with_their_last_activity() {
        try (Observations store = empty()) {
            try (AccountIntake intake = store.accounts(ACME)) {
                for (int number = 0; number < 12; number++) {
                    AccountKind kind = number < 10 ? AccountKind.SERVICE : AccountKind.HUMAN;
                    intake.accept(new AccountRecord("a" + number, null, kind, null, null, List.of()));
                }
                intake.complete();
            }
            try (FeedIntake intake = store.feed("people", List.of(ACME))) {
                for (int number = 0; number < 12; number++) {
                    Instant at = LONG_AGO.minus(Silence.BEFORE).plusSeconds(number == 9 ? 30 * 86_400 : number);
                    intake.sighting(new Sighting.At("A" + number, at, ActivityKind.USE));
                }
            }
            assertThat(store.silences(NOW).ofKinds())
                    .containsExactly(new Silence("people", ACME, AccountKind.SERVICE, LONG_AGO, 10));
        }
    }
}
