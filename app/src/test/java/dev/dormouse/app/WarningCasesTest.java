package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.sandbox.notify.SentMail;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S1 to S9 and N1 to N5: telling people, and what becomes of it. A pass without approval takes the place of debug mode. */
class WarningCasesTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test says first at which instant it begins
    private Ministry ministry;

    private Ministry at(String instant) {
        ministry = new Ministry(folder, instant);
        return ministry;
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    @Test
    void S1_with_nobody_dormant_nobody_is_told_and_exemptions_that_match_nobody_are_reported() {
        at("2023-07-13T09:00:00Z").configure("bot-1, bot-2").begin();
        assertThat(ministry.mails()).isEmpty();
        assertThat(ministry.cases()).isEmpty();
        assertThat(ministry.digests()).contains("Exemptions that match nobody any more: bot-1, bot-2");
    }

    @Test
    void S2_with_nobody_dormant_a_scan_tells_nobody_and_keeps_nothing() {
        at("2023-07-13T09:00:00Z").organisation().addMember("full-org-user");
        assertThat(ministry.export().site().scan().dormant()).isEmpty();
        assertNothingHappened();
    }

    @Test
    void S3_a_scan_with_somebody_dormant_tells_nobody_and_keeps_nothing() {
        at("2023-07-13T09:00:00Z").dormant("full-org-user", "some@email.example");
        assertThat(ministry.export().site().scan().dormant()).containsExactly("full-org-user");
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(ministry.mails()).isEmpty();
        assertThat(ministry.digestCount()).isZero();
        assertThat(ministry.cases()).isEmpty();
    }

    @Test
    void the_first_pass_is_a_plan_that_tells_nobody_until_it_is_approved() {
        at("2023-07-13T09:00:00Z").dormant("full-org-user", "some@email.example");
        ministry.day("2023-07-13T09:00:00Z");
        ministry.day("2023-07-14T09:00:00Z");
        assertThat(ministry.mails()).isEmpty();
        assertThat(ministry.cases()).isEmpty();
        assertThat(ministry.digests()).contains("version 1 would select 1 of 2 accounts");
        assertThat(ministry.digestCount()).isEqualTo(1);
    }

    @Test
    void S4_an_address_that_is_none_holds_the_case_and_the_operators_hear_of_it() {
        at("2023-07-13T09:00:00Z").dormant("full-org-user", "-").begin();
        assertThat(ministry.mails()).isEmpty();
        assertHeld(HoldReason.NO_ADDRESS, "no address ('-' is none)");
        assertThat(ministry.digests()).contains("full-org-user").contains("no address ('-' is none)");
    }

    @Test
    void S5_a_bounce_is_seen_at_the_next_pass_and_holds_the_case_though_the_notice_was_sent() {
        at("2023-08-13T09:00:00Z").dormant("full-org-user", "some@email.example");
        ministry.post().bounce("some@email.example");
        ministry.begin();
        assertAnnounced("some@email.example", "13/09/2023");
        ministry.day("2023-08-13T10:00:00Z");
        assertHeld(HoldReason.BOUNCED, "the notice bounced: permanent-failure for some@email.example");
        assertThat(ministry.digests()).contains("Held; a person decides").contains("some@email.example");
    }

    @Test
    void S6_a_person_is_told_the_last_day_one_calendar_month_ahead() {
        at("2023-08-13T09:00:00Z")
                .dormant("full-org-user", "some@email.example")
                .begin();
        assertAnnounced("some@email.example", "13/09/2023");
        ministry.day("2023-08-13T10:00:00Z");
        assertThat(ministry.only().state()).isInstanceOf(Reviewing.class);
        assertThat(ministry.digests()).doesNotContain("Held");
    }

    @Test
    void S7_addresses_bounce_without_case_and_are_written_to_once() {
        at("2024-06-19T12:00:00Z").dormant("bob", "Bob.Smith@justice.example");
        ministry.post().bounce("bob.SMITH@justice.example");
        ministry.begin();
        assertThat(ministry.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.address()).isEqualToIgnoringCase("Bob.Smith@justice.example");
            assertThat(mail.personalisation()).containsEntry("login_date", "19/07/2024");
        });
        ministry.day("2024-06-19T13:00:00Z");
        assertThat(ministry.digests()).containsIgnoringCase("bob.smith@justice.example");
    }

    @Test
    void S9_somebody_without_address_is_reported_instead_of_breaking_the_pass() {
        at("2024-06-19T12:00:00Z").dormant("full-org-user", null).dormant("other", "other@email.example");
        ministry.begin();
        assertThat(ministry.mails())
                .singleElement()
                .extracting(SentMail::address)
                .isEqualTo("other@email.example");
        assertThat(ministry.digests()).contains("full-org-user").contains("held: no address");
    }

    @Test
    void N1_without_a_bounce_nothing_is_held() {
        at("2023-08-13T09:00:00Z")
                .dormant("full-org-user", "some@email.example")
                .begin();
        assertThat(ministry.day("2023-08-14T09:00:00Z").count("held")).isZero();
    }

    @Test
    void N2_a_failed_notice_holds_its_case_with_address_and_status() {
        at("2023-08-13T09:00:00Z").dormant("full-org-user", "some@email.example");
        ministry.post().status("some@email.example", "temporary-failure");
        ministry.begin();
        assertThat(ministry.day("2023-08-14T09:00:00Z").count("held")).isEqualTo(1);
        assertHeld(HoldReason.NOT_DELIVERED, "temporary-failure for some@email.example");
    }

    @Test
    void N4_only_the_own_notice_counts_and_not_another_message_to_another_address() {
        at("2023-08-13T09:00:00Z").dormant("one", "one@email.example").dormant("two", "two@email.example");
        ministry.post().bounce("two@email.example");
        ministry.begin();
        assertThat(ministry.day("2023-08-14T09:00:00Z").count("held")).isEqualTo(1);
        assertThat(ministry.cases())
                .filteredOn(one -> one.state() instanceof Held)
                .singleElement()
                .satisfies(one -> assertThat(one.login()).isEqualTo("two"));
    }

    @Test
    void N5_a_notice_without_a_template_is_refused_before_anything_is_sent() {
        at("2023-08-13T09:00:00Z").dormant("full-org-user", "some@email.example");
        ministry.change("template: removed", "template: farewell");
        assertThatThrownBy(ministry::begin).hasMessageContaining("there is no template 'farewell'");
        assertThat(ministry.mails()).isEmpty();
    }

    private void assertAnnounced(String address, String lastDay) {
        assertThat(ministry.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.address()).isEqualTo(address);
            assertThat(mail.template()).isEqualTo(Ministry.ANNOUNCE);
            assertThat(mail.personalisation()).containsEntry("login_date", lastDay);
        });
    }

    private void assertHeld(HoldReason reason, String detail) {
        assertThat(ministry.only().state()).isInstanceOfSatisfying(Held.class, held -> {
            assertThat(held.reason()).isEqualTo(reason);
            assertThat(held.detail()).contains(detail);
        });
    }
}
