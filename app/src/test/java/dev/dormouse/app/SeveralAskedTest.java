package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.sandbox.Reply;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One stage asks the owner and somebody else: nobody is removed untold because another one was told. */
class SeveralAskedTest {

    private static final String LEAD = "lead@email.example";

    @TempDir
    Path folder;

    private Ministry ministry;

    @BeforeEach
    void open() {
        ministry = new Ministry(folder, "2023-06-13T09:00:00Z");
        ministry.change("ask: owner", "ask: [owner, " + LEAD + "]");
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    private void offboard() {
        ministry.change("    ifIgnored: remove", "    ifIgnored: remove\n    onBounce: offboard");
        ministry.site().write("dormouse.yaml", ministry.site().read("dormouse.yaml") + Ministry.LEAVERS);
    }

    /** As wrong, so that sending it again would change nothing. */
    private void refuseMailTo(String address) {
        answerMailTo(
                address,
                Reply.json(400, "{\"errors\":[{\"error\":\"BadRequestError\",\"message\":\"no such service\"}]}"));
    }

    private void answerMailTo(String address, Reply reply) {
        ministry.post()
                .intercept(request ->
                        request.method().equals("POST") && request.body().contains(address) ? reply : null);
    }

    private Held held(String login) {
        return (Held) of(login).state();
    }

    private void decide(Decision decision) {
        long id = of("bob").id();
        ministry.site().desk(desk -> desk.decide(id, decision, "operator", ""));
    }

    private @Nullable Announcement announcement(String login) {
        return ((Reviewing) of(login).state()).announcement();
    }

    private Case of(String login) {
        return ministry.cases().stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void both_are_told_the_same_deadline_and_the_account_is_removed_after_it() {
        ministry.dormant("bob", "bob@email.example").begin();
        assertThat(ministry.post().sentTo("bob@email.example")).hasSize(1);
        assertThat(ministry.post().sentTo(LEAD)).hasSize(1);
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day("2023-07-14T09:00:00Z").count("removed")).isEqualTo(1);
    }

    @Test
    void while_the_address_of_the_owner_cannot_be_looked_up_nobody_is_asked() {
        ministry.dormant("bob", "bob@email.example");
        ministry.day("2023-06-13T09:00:00Z");
        ministry.site().desk(desk -> desk.approve(Ministry.WORKFLOW, "operator"));
        ministry.gitHubAnswersToQuery("organizationVerifiedDomainEmails", Reply.json(502, "{}"));
        ministry.day("2023-06-13T09:10:00Z");
        assertThat(ministry.mails()).isEmpty();
        assertThat(announcement("bob")).isNull();

        ministry.gitHubAnswers(null);
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.post().sentTo("bob@email.example")).hasSize(1);
        assertThat(ministry.post().sentTo(LEAD)).hasSize(1);
    }

    @Test
    void without_an_address_of_the_owner_nobody_else_is_told_a_deadline() {
        ministry.dormant("bob", null).begin();
        assertThat(ministry.mails()).isEmpty();
        assertThat(((Held) of("bob").state()).reason()).isEqualTo(HoldReason.NO_ADDRESS);
    }

    @Test
    void the_bounce_of_every_owner_is_seen() {
        ministry.dormant("ann", "ann@email.example").dormant("bob", "bob@email.example");
        ministry.post().bounce("ann@email.example");
        ministry.post().bounce("bob@email.example");
        ministry.begin();
        assertThat(ministry.post().sentTo(LEAD)).hasSize(1);
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.cases())
                .extracting(Case::state)
                .allSatisfy(state -> assertThat(((Held) state).reason()).isEqualTo(HoldReason.BOUNCED));
    }

    @Test
    void the_owner_whose_letter_is_refused_is_not_removed_because_another_was_told() {
        ministry.dormant("bob", "bob@email.example");
        refuseMailTo("bob@email.example");
        ministry.begin();
        assertThat(held("bob").reason()).isEqualTo(HoldReason.NOT_SENT);
        ministry.day("2023-06-14T08:00:00Z");
        ministry.day("2023-07-14T09:00:00Z");
        ministry.day("2023-07-15T09:00:00Z");
        assertThatThrownBy(() -> decide(Decision.REMOVE))
                .as("the deadline that the other was told has passed, but the owner was told none")
                .hasMessageContaining("is announced at the next pass; release it");
        assertThat(ministry.organisation().removals()).isEmpty();
        assertThat(ministry.post().sentTo("bob@email.example")).isEmpty();
        assertThat(ministry.post().sentTo(LEAD)).hasSize(1);

        ministry.post().intercept(request -> null);
        decide(Decision.RELEASE);
        ministry.day("2023-07-16T09:00:00Z");
        assertThat(ministry.post().sentTo("bob@email.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.personalisation()).containsEntry("login_date", "16/08/2023"));
        assertThat(ministry.post().sentTo(LEAD)).hasSize(2);
    }

    @Test
    void where_the_letter_of_another_is_refused_the_owner_is_written_to_once_and_the_operators_hear_of_it() {
        ministry.dormant("bob", "bob@email.example");
        refuseMailTo(LEAD);
        ministry.begin();
        for (int day = 14; day < 25; day++) {
            ministry.day("2023-06-" + day + "T09:00:00Z");
        }
        assertThat(ministry.post().sentTo("bob@email.example")).hasSize(1);
        assertThat(held("bob").reason()).isEqualTo(HoldReason.NOT_SENT);
        assertThat(held("bob").detail())
                .startsWith("a letter to " + LEAD + " was refused: ")
                .contains("no such service");
        assertThat(ministry.digests()).contains("Held; a person decides", "a letter to " + LEAD + " was refused");

        assertThatThrownBy(() -> decide(Decision.REMOVE)).hasMessageContaining("deadline 2023-07-14T00:00:00Z");
        assertThat(ministry.day("2023-07-15T09:00:00Z").count("removed")).isZero();
        decide(Decision.REMOVE);
        assertThat(ministry.day("2023-07-16T09:00:00Z").count("removed")).isEqualTo(1);
    }

    @Test
    void a_refused_letter_of_which_nobody_else_was_told_holds_nobody_and_is_tried_again() {
        ministry.dormant("bob", "bob@email.example");
        refuseMailTo("@email.example");
        ministry.begin();
        ministry.day("2023-06-14T08:00:00Z");
        ministry.day("2023-06-16T09:00:00Z");
        assertThat(announcement("bob")).isNull();

        ministry.post().intercept(request -> null);
        ministry.day("2023-06-17T08:00:00Z");
        ministry.day("2023-06-18T09:00:00Z");
        assertThat(ministry.post().sentTo("bob@email.example")).hasSize(1);
        assertThat(ministry.post().sentTo(LEAD)).hasSize(1);
    }

    @Test
    void a_letter_that_had_to_wait_goes_out_with_the_same_deadline_where_it_can_be_sent_within_a_day() {
        ministry.dormant("bob", "bob@email.example");
        answerMailTo("bob@email.example", Reply.json(429, "{\"errors\":[{\"error\":\"RateLimitError\"}]}"));
        ministry.begin();
        ministry.post().intercept(request -> null);
        ministry.post().bounce("bob@email.example");
        ministry.day("2023-06-14T08:00:00Z");
        assertThat(ministry.post().sentTo("bob@email.example")).hasSize(1);
        assertThat(ministry.post().sentTo(LEAD)).hasSize(1);
        ministry.day("2023-06-15T08:00:00Z");
        assertThat(((Held) of("bob").state()).reason()).isEqualTo(HoldReason.BOUNCED);
    }

    @Test
    void the_bounce_of_somebody_else_takes_nothing_from_the_owner() {
        offboard();
        ministry.change("[owner, " + LEAD + "]", LEAD);
        ministry.dormant("bob", "bob@email.example").post().bounce(LEAD);
        ministry.begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.day("2023-06-15T09:00:00Z");
        ministry.day("2023-07-15T09:00:00Z");
        assertThat(((Held) of("bob").state()).reason()).isEqualTo(HoldReason.NOT_DELIVERED);
        assertThat(ministry.organisation().removals()).isEmpty();
    }

    @Test
    void after_a_stage_with_a_dead_mailbox_the_owner_is_asked_before_anybody_may_decide_the_removal() {
        ministry.change(
                "      - {ask: [owner, " + LEAD + "], within: 1 month",
                "      - {ask: " + LEAD + ", within: 7d, channel: people}\n      - {ask: owner, within: 1 month");
        ministry.dormant("bob", "bob@email.example").post().bounce(LEAD);
        ministry.begin();
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(held("bob").reason()).isEqualTo(HoldReason.NOT_DELIVERED);
        assertThatThrownBy(() -> decide(Decision.REMOVE))
                .hasMessageStartingWith("the owner of case 1 was not asked yet; the next stage is asked after"
                        + " 2023-06-21T00:00:00Z");

        ministry.day("2023-06-21T09:00:00Z");
        assertThat(ministry.post().sentTo("bob@email.example")).hasSize(1);
        ministry.day("2023-06-22T09:00:00Z");
        assertThat(ministry.organisation().removals()).isEmpty();
        assertThat(ministry.day("2023-07-22T09:00:00Z").count("removed")).isEqualTo(1);
    }

    @Test
    void an_owner_who_bounces_is_not_taken_from_before_the_deadline_that_the_other_was_told() {
        offboard();
        ministry.dormant("bob", "bob@email.example").post().bounce("bob@email.example");
        ministry.begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.day("2023-06-15T09:00:00Z");
        assertThat(ministry.organisation().removals()).isEmpty();
        long id = of("bob").id();
        assertThatThrownBy(() -> ministry.site().desk(desk -> desk.decide(id, Decision.REMOVE, "operator", "")))
                .hasMessageContaining("deadline 2023-07-14T00:00:00Z");

        assertThat(ministry.day("2023-07-14T09:00:00Z").count("superseded")).isEqualTo(1);
        assertThat(ministry.organisation().removals()).containsOnlyKeys("bob");
    }
}
