package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Selection.Subject;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each entitlement judged for itself, on every store. */
abstract class GrantContract {

    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    private static final Instant RECENT = NOW.minusSeconds(86_400);
    private static final Instant OLD = NOW.minusSeconds(86_400L * 200);

    /** A store with nothing in it. */
    abstract Observations empty();

    @Test
    void a_licence_is_dormant_while_another_of_the_same_account_is_used() {
        try (Observations store = empty()) {
            accounts(store, "user-1", "user-2");
            log(store, event("User-1", RECENT, "Licence:PRO", 1), event("user-1", OLD, "licence:basic", 2));
            log(store, event("user-2", OLD, "licence:pro", 3), event("User-1", RECENT, "Licence:PRO", 1));

            assertThat(judge(store, Subject.GRANT))
                    .containsEntry("user-1 licence:pro", Answer.ACTIVE)
                    .containsEntry("user-1 licence:basic", Answer.DORMANT)
                    .containsEntry("user-2 licence:pro", Answer.DORMANT)
                    .hasSize(4);
            assertThat(judge(store, Subject.ACCOUNT))
                    .containsEntry("user-1 licence:pro", Answer.ACTIVE)
                    .hasSize(2);
        }
    }

    @Test
    void activity_that_may_be_of_any_entitlement_counts_for_all_of_them() {
        try (Observations store = empty()) {
            accounts(store, "user-1", "user-2");
            log(
                    store,
                    event("user-1", RECENT, "", 1),
                    event("user-2", OLD, "licence:pro", 2),
                    event("user-2", OLD, "licence:basic", 3));

            assertThat(judge(store, Subject.GRANT))
                    .containsEntry("user-1 licence:pro", Answer.ACTIVE)
                    .containsEntry("user-1 licence:basic", Answer.ACTIVE)
                    .containsEntry("user-2 licence:pro", Answer.DORMANT);
        }
    }

    @Test
    void a_source_that_tells_of_accounts_as_a_whole_counts_for_every_grant() {
        try (Observations store = empty()) {
            accounts(store, "user-1");
            log(store, event("user-1", RECENT, null, 1));

            assertThat(judge(store, Subject.GRANT))
                    .containsEntry("user-1 licence:pro", Answer.ACTIVE)
                    .containsEntry("user-1 licence:basic", Answer.ACTIVE);
        }
    }

    @Test
    void an_entitlement_that_a_source_never_names_is_not_dormant_by_it() {
        try (Observations store = empty()) {
            accounts(store, "user-1");
            log(store, event("user-1", OLD, "pro", 1), event("user-1", OLD, "licence:basic", 2));

            assertThat(judge(store, Subject.GRANT))
                    .containsEntry("user-1 licence:pro", Answer.UNKNOWN)
                    .containsEntry("user-1 licence:basic", Answer.DORMANT);
        }
    }

    @Test
    void events_are_counted_for_the_entitlement_they_belong_to() throws ConditionException {
        try (Observations store = empty()) {
            accounts(store, "user-1", "user-2");
            log(
                    store,
                    event("user-1", OLD, "licence:pro", 1),
                    event("user-1", OLD.plusSeconds(90_000), "Licence:Pro", 2),
                    event("user-1", OLD, "licence:basic", 3),
                    event("user-2", OLD, "licence:pro", 4),
                    event("user-2", OLD, "", 5),
                    event("user-2", OLD, "nobody knows this one", 6));

            assertThat(judge(store, Subject.GRANT, "activity.uses(days(250)) < 2"))
                    .containsEntry("user-1 licence:pro", Answer.ACTIVE)
                    .containsEntry("user-1 licence:basic", Answer.DORMANT)
                    .containsEntry("user-2 licence:pro", Answer.ACTIVE)
                    .containsEntry("user-2 licence:basic", Answer.DORMANT)
                    .hasSize(4);
            assertThat(judge(store, Subject.GRANT, "activity.activeDays(days(250)) < 2"))
                    .containsEntry("user-1 licence:pro", Answer.ACTIVE)
                    .containsEntry("user-2 licence:pro", Answer.DORMANT);
        }
    }

    @Test
    void events_of_a_source_that_names_no_entitlement_are_counted_for_every_grant() throws ConditionException {
        try (Observations store = empty()) {
            accounts(store, "user-1", "user-2");
            log(store, event("user-1", OLD, null, 1), event("user-1", OLD, null, 2), event("user-2", OLD, null, 3));

            assertThat(judge(store, Subject.GRANT, "activity.uses(days(250)) < 2"))
                    .containsEntry("user-1 licence:pro", Answer.ACTIVE)
                    .containsEntry("user-1 licence:basic", Answer.ACTIVE)
                    .containsEntry("user-2 licence:pro", Answer.DORMANT)
                    .containsEntry("user-2 licence:basic", Answer.DORMANT);
        }
    }

    @Test
    void what_an_unnamed_entitlement_was_used_is_not_known() throws ConditionException {
        try (Observations store = empty()) {
            accounts(store, "user-1");
            log(store, event("user-1", OLD, "pro", 1), event("user-1", OLD, "licence:basic", 2));

            assertThat(judge(store, Subject.GRANT, "activity.uses(days(250)) < 2"))
                    .containsEntry("user-1 licence:pro", Answer.UNKNOWN)
                    .containsEntry("user-1 licence:basic", Answer.DORMANT);
        }
    }

    private static void accounts(Observations store, String... logins) {
        try (AccountIntake intake = store.accounts("github/acme")) {
            for (String login : logins) {
                intake.accept(new AccountRecord(
                        login,
                        null,
                        AccountKind.HUMAN,
                        null,
                        NOW.minusSeconds(86_400L * 900),
                        List.of("licence:pro", "licence:basic")));
            }
            intake.complete();
        }
    }

    private static Sighting event(String account, Instant at, @Nullable String entitlement, long id) {
        return new Sighting.Event(account, at, ActivityKind.USE, id, entitlement);
    }

    private static void log(Observations store, Sighting... events) {
        try (FeedIntake intake = store.feed("log", List.of("github/acme"))) {
            List.of(events).forEach(intake::sighting);
        }
    }

    private static Map<String, Answer> judge(Observations store, Subject subject) {
        return judged(store, subject, null);
    }

    private static Map<String, Answer> judge(Observations store, Subject subject, String when)
            throws ConditionException {
        return judged(store, subject, Condition.parse(when));
    }

    private static Map<String, Answer> judged(Observations store, Subject subject, @Nullable Condition when) {
        Selection selection = new Selection(
                List.of(Workflows.source("log", Workflows.days(90))),
                Combine.LATEST,
                NeverActive.SINCE_CREATED,
                List.of("licence:pro", "licence:basic"),
                when,
                List.of(),
                subject,
                Selection.Purpose.DORMANCY);
        Question question = new Question(
                Workflows.of(List.of("github/acme"), selection, Exemptions.none()),
                NOW,
                List.of(Population.health(
                        "log", "github/acme", null, NOW.minusSeconds(86_400L * 300), Absence.NOTHING_SEEN)),
                Map.of());
        List<Judged> judged = new ArrayList<>();
        store.judgeAll(question, judged::add);
        return judged.stream().collect(Collectors.toMap(one -> one.login() + " " + one.entitlement(), Judged::answer));
    }
}
