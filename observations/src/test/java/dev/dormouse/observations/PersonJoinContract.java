package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.JoinTally;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.observations.PersonJoin.Declared;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Match;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose each account is, on every store. */
abstract class PersonJoinContract {

    private static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    private static final Instant RECENT = NOW.minusSeconds(86_400);
    private static final Instant OLD = NOW.minusSeconds(86_400L * 200);

    /** A store with nothing in it. */
    abstract Observations empty();

    @Test
    void activity_in_the_identity_provider_counts_for_the_account_of_the_same_person() {
        try (Observations store = empty()) {
            accounts(store, account("gh-1", "USER-0001@acme.example"), account("gh-2", "user-0002@acme.example"));
            log(store, seen("user-0001@acme.example", RECENT, null), seen("user-0002@acme.example", OLD, null));
            store.join(join(List.of()));

            assertThat(answers(store)).containsEntry("gh-1", Answer.ACTIVE).containsEntry("gh-2", Answer.DORMANT);
            assertThat(store.joined("idp", "github/acme"))
                    .isEqualTo(new JoinTally("idp", "github/acme", 2, 2, 2, 0, 2, 2, List.of()));
        }
    }

    @Test
    void a_list_of_people_knows_their_ids_and_their_other_addresses() {
        try (Observations store = empty()) {
            accounts(
                    store,
                    account("gh-1", "first@alias.example"),
                    account("gh-2", null),
                    account("gh-3", "x@y.example"));
            users(store, user("00u1", "user-0001@acme.example", "First@Alias.example"));
            log(store, seen("00U1", RECENT, null));
            store.join(join(List.of("users")));

            assertThat(evidence(store))
                    .containsEntry("gh-1", new Evidence.At(RECENT))
                    .containsEntry("gh-2", new Evidence.Unknown("no e-mail address tells whose account it is", null))
                    .containsEntry("gh-3", new Evidence.Unknown("nobody in users has its address x@y.example", null));
            assertThat(answers(store)).containsEntry("gh-2", Answer.UNKNOWN).containsEntry("gh-3", Answer.UNKNOWN);
        }
    }

    @Test
    void an_address_of_two_persons_is_reported_with_both_and_judged_by_neither() {
        try (Observations store = empty()) {
            accounts(store, account("gh-1", "team@acme.example"), account("gh-2", "user-0002@acme.example"));
            users(
                    store,
                    user("00u1", "user-0001@acme.example", "team@acme.example"),
                    user("00u2", "user-0002@acme.example", "team@acme.example"));
            log(store, seen("00u1", RECENT, null), seen("00u2", OLD, null));
            store.join(join(List.of("users")));

            String both = "it matches two persons, user-0001@acme.example and user-0002@acme.example";
            assertThat(evidence(store)).containsEntry("gh-1", new Evidence.Unknown(both, null));
            assertThat(answers(store)).containsEntry("gh-1", Answer.UNKNOWN).containsEntry("gh-2", Answer.DORMANT);
            assertThat(store.joined("idp", "github/acme"))
                    .isEqualTo(new JoinTally("idp", "github/acme", 2, 1, 1, 1, 2, 2, List.of("gh-1: " + both)));
        }
    }

    @Test
    void what_two_persons_may_have_done_makes_neither_of_them_dormant() {
        try (Observations store = empty()) {
            accounts(store, account("gh-1", "user-0001@acme.example"), account("gh-2", "user-0002@acme.example"));
            users(
                    store,
                    user("00u1", "user-0001@acme.example", "team@acme.example"),
                    user("00u2", "user-0002@acme.example", "team@acme.example"));
            log(store, seen("team@acme.example", RECENT, null), seen("00u2", OLD, null));
            store.join(join(List.of("users")));

            String doubt = "its account team@acme.example matches two persons, user-0001@acme.example and"
                    + " user-0002@acme.example";
            assertThat(evidence(store))
                    .containsEntry("gh-1", new Evidence.Unknown(doubt, null))
                    .containsEntry("gh-2", new Evidence.Unknown(doubt, OLD));
        }
    }

    @Test
    void what_somebody_declares_goes_before_every_address() {
        try (Observations store = empty()) {
            accounts(store, account("gh-1", "shared@acme.example"), account("gh-2", null));
            log(store, seen("user-0001@acme.example", RECENT, null), seen("door-7", RECENT, null));
            store.join(new PersonJoin(
                    List.of(),
                    List.of(
                            new Declared("github/acme", "GH-1", "User-0001@acme.example"),
                            new Declared("github/acme", "gh-2", "user-0002@acme.example"),
                            new Declared("idp", "door-7", "user-0002@acme.example")),
                    Set.of("github/acme"),
                    Set.of("idp")));

            assertThat(answers(store)).containsEntry("gh-1", Answer.ACTIVE).containsEntry("gh-2", Answer.ACTIVE);
        }
    }

    @Test
    void nobody_is_judged_by_persons_before_they_are_joined() {
        try (Observations store = empty()) {
            accounts(store, account("gh-1", "user-0001@acme.example"));
            log(store, seen("user-0002@acme.example", OLD, null));

            assertThat(evidence(store))
                    .containsEntry("gh-1", new Evidence.Unknown("the account was not joined to a person", null));
        }
    }

    @Test
    void an_address_that_an_earlier_part_of_a_log_told_is_not_forgotten() {
        try (Observations store = empty()) {
            log(store, seen("00u1", RECENT, "user-0001@acme.example"));
            store.begin();
            accounts(store, account("gh-1", "user-0001@acme.example"));
            log(store, seen("00u2", OLD, "user-0002@acme.example"));
            store.join(join(List.of()));

            assertThat(answers(store)).containsEntry("gh-1", Answer.ACTIVE);
        }
    }

    private static PersonJoin join(List<String> from) {
        return new PersonJoin(from, List.of(), Set.of("github/acme"), Set.of("idp"));
    }

    private static AccountRecord account(String login, @Nullable String email) {
        return new AccountRecord(login, null, AccountKind.HUMAN, email, NOW.minusSeconds(86_400L * 900), List.of());
    }

    private static AccountRecord user(String id, String email, String alias) {
        AccountDetails details = new AccountDetails(AccountState.UNKNOWN, null, Map.of(), List.of(alias));
        return new AccountRecord(id, null, AccountKind.HUMAN, email, null, List.of(), details);
    }

    private static void accounts(Observations store, AccountRecord... accounts) {
        try (AccountIntake intake = store.accounts("github/acme")) {
            List.of(accounts).forEach(intake);
            intake.complete();
        }
    }

    private static void users(Observations store, AccountRecord... users) {
        try (FeedIntake intake = store.feed("users", List.of("github/acme"))) {
            for (AccountRecord user : users) {
                intake.attributes(user);
                intake.sighting(new Sighting.Never(user.login()));
            }
        }
    }

    /** One event of somebody, and the address that came with it. */
    private record Seen(
            String account, Instant at, @Nullable String email) {}

    private static Seen seen(String account, Instant at, @Nullable String email) {
        return new Seen(account, at, email);
    }

    private static void log(Observations store, Seen... events) {
        try (FeedIntake intake = store.feed("idp", List.of("github/acme"))) {
            for (Seen event : events) {
                intake.sighting(new Sighting.Event(
                        event.account(),
                        event.at(),
                        ActivityKind.LOGIN,
                        event.account().hashCode()));
                if (event.email() != null) {
                    intake.attributes(new AccountRecord(
                            event.account(), null, AccountKind.HUMAN, event.email(), null, List.of()));
                }
            }
        }
    }

    private static Map<String, Answer> answers(Observations store) {
        return judged(store).stream().collect(java.util.stream.Collectors.toMap(Judged::login, Judged::answer));
    }

    private static Map<String, Evidence> evidence(Observations store) {
        return judged(store).stream()
                .collect(java.util.stream.Collectors.toMap(
                        Judged::login,
                        one -> java.util.Objects.requireNonNull(
                                one.evidence().bySource().get("idp"))));
    }

    private static List<Judged> judged(Observations store) {
        SourceRule rule = new SourceRule(
                "idp", Workflows.days(90), Role.ACTIVITY, Need.REQUIRED, List.of(), ActivityKind.USE, Match.PERSON);
        Question question = new Question(
                Workflows.of(List.of("github/acme"), Workflows.selection(rule), Exemptions.none()),
                NOW,
                List.of(Population.health(
                        "idp", "github/acme", null, NOW.minusSeconds(86_400L * 300), Absence.NOTHING_SEEN)),
                Map.of());
        List<Judged> judged = new ArrayList<>();
        store.judgeAll(question, judged::add);
        return judged;
    }
}
