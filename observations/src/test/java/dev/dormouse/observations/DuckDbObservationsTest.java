package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbObservationsTest {

    private static final String ACME = "github/acme";
    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2023-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private static Workflow workflow(String... applications) {
        return Workflows.of(
                List.of(applications),
                Workflows.selection(Workflows.source("people", Workflows.days(90))),
                Exemptions.none());
    }

    private static Question question(Workflow workflow) {
        List<SourceHealth> health = workflow.applications().stream()
                .map(application -> Population.health("people", application, null, null, Absence.NOTHING_SEEN))
                .toList();
        return new Question(workflow, NOW, health, Map.of());
    }

    private static List<Judged> judge(DuckDbObservations store, Question question) {
        List<Judged> judged = new ArrayList<>();
        store.judge(question, judged::add);
        return judged;
    }

    private static void list(DuckDbObservations store, String application, String... logins) {
        try (AccountIntake intake = store.accounts(application)) {
            for (String login : logins) {
                intake.accept(AccountRecord.of(login, "org-member"));
            }
            intake.complete();
        }
    }

    private static void seen(DuckDbObservations store, List<String> applications, Instant at, String... logins) {
        try (FeedIntake intake = store.feed("people", applications)) {
            for (String login : logins) {
                intake.sighting(new Sighting.At(login, at, ActivityKind.USE));
            }
        }
    }

    @Test
    void logins_meet_whatever_their_case_and_keep_the_spelling_of_the_listing() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            list(store, ACME, "TITLE-İI", "Bob");
            seen(store, List.of(ACME), LONG_AGO, " bOB ", "title-İi");
            assertThat(judge(store, question(workflow(ACME))))
                    .extracting(Judged::login)
                    .containsExactly("Bob", "TITLE-İI");
        }
    }

    @Test
    void an_account_listed_twice_is_one_account_with_its_first_spelling_and_all_it_holds() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
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
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
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
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
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
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
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
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
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
                    .isEqualTo(new dev.dormouse.core.observations.Tally(40_000, 40_000, 0, 0));
        }
    }

    @Test
    void what_was_kept_on_disk_is_there_after_it_is_opened_again() {
        Path file = folder.resolve("observations.duckdb");
        SourceHealth health = new SourceHealth(
                "people", ACME, null, NOW, null, Absence.SAYS_ACTIVE, 7, 1, List.of(new Problem("x:1:2", "odd")), "f");
        try (DuckDbObservations store = DuckDbObservations.open(file)) {
            list(store, ACME, "Bob");
            seen(store, List.of(ACME), LONG_AGO, "bob");
            store.keep(List.of(health, health.withFault("stale")));
        }
        try (DuckDbObservations store = DuckDbObservations.open(file)) {
            assertThat(store.health()).containsExactly(health, health.withFault("stale"));
            assertThat(judge(store, question(workflow(ACME))))
                    .extracting(Judged::login)
                    .containsExactly("Bob");
            seen(store, List.of(ACME), NOW, "bob");
            assertThat(judge(store, question(workflow(ACME)))).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_store_is_refused_with_what_to_do() throws IOException {
        Path file = folder.resolve("observations.duckdb");
        Files.writeString(file, "this is not a database, but long enough to be read as one ".repeat(300));
        assertThatThrownBy(() -> DuckDbObservations.open(file))
                .isInstanceOfSatisfying(
                        ObservationsException.class,
                        failure -> assertThat(failure.code()).isEqualTo(DuckDbErrorCode.CANNOT_OPEN))
                .hasMessageContaining(file + " cannot be opened as a store of observations: ")
                .hasMessageEndingWith("it can be read again from the systems, so move it away if it is damaged");
    }

    @Test
    void coverage_is_the_share_of_accounts_the_source_says_anything_of() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            assertThat(store.coverage("people", ACME)).isEqualTo(1);
            list(store, ACME, "a", "b", "c", "d");
            assertThat(store.coverage("people", ACME)).isZero();
            seen(store, List.of(ACME), NOW, "a", "B", "B", "stranger");
            assertThat(store.coverage("people", ACME)).isEqualTo(0.5);
        }
    }

    @Test
    void the_receiver_may_ask_the_store_while_rows_come_in() {
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            list(store, ACME, "a", "b");
            seen(store, List.of(ACME), LONG_AGO, "a", "b");
            List<Double> asked = new ArrayList<>();
            store.judge(question(workflow(ACME)), one -> asked.add(store.coverage("people", ACME)));
            assertThat(asked).containsExactly(1.0, 1.0);
        }
    }
}
