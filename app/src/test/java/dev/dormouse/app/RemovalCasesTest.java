package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.Held;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.engine.PassResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R1 to R4 and X1 to X9: reminding, and taking away. A scan takes the place of debug mode. */
class RemovalCasesTest {

    private static final String BOT = "moj-operations-engineering-bot";
    private static final String ADDRESS = "some@email.example";
    /** Told on 13 June: the last day is 13 July, and the deadline its end. */
    private static final String LAST_DAY = "2023-07-13T09:00:00Z";

    private static final String DAY_AFTER = "2023-07-14T09:00:00Z";

    @TempDir
    Path folder;

    private Ministry ministry;

    @BeforeEach
    void open() {
        ministry = new Ministry(folder, "2023-06-13T09:00:00Z");
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    private Map<String, Integer> removals() {
        return ministry.organisation().removals();
    }

    @Test
    void R1_on_the_last_day_one_reminder_goes_out_and_none_for_who_was_exempted_meanwhile() {
        ministry.dormant("full-org-user", ADDRESS).dormant(BOT, ADDRESS).begin();
        ministry.configure(BOT).day(LAST_DAY);
        assertThat(ministry.mails(Ministry.REMIND)).singleElement().satisfies(mail -> {
            assertThat(mail.address()).isEqualTo(ADDRESS);
            assertThat(mail.personalisation())
                    .containsEntry("login_date", "13/07/2023")
                    .containsEntry("login", "full-org-user");
        });
        ministry.day("2023-07-13T18:00:00Z");
        assertThat(ministry.mails(Ministry.REMIND)).hasSize(1);
    }

    @Test
    void R2_a_scan_reminds_nobody() {
        ministry.dormant("full-org-user", ADDRESS).begin();
        ministry.site().clock().set(Instant.parse(LAST_DAY));
        ministry.export().site().scan();
        assertThat(ministry.mails(Ministry.REMIND)).isEmpty();
    }

    @Test
    void R3_nobody_is_reminded_who_could_not_be_told() {
        ministry.dormant("full-org-user", "-").dormant(BOT, "-").begin();
        ministry.day(LAST_DAY);
        assertThat(ministry.mails()).isEmpty();
    }

    @Test
    void R4_without_cases_nobody_is_reminded() {
        ministry.begin();
        ministry.day(LAST_DAY);
        assertThat(ministry.mails()).isEmpty();
    }

    @Test
    void X1_with_nobody_told_and_nobody_dormant_nothing_is_removed() {
        ministry.begin();
        assertThat(ministry.day(DAY_AFTER).count("removed")).isZero();
        assertThat(removals()).isEmpty();
    }

    @Test
    void X2_a_scan_removes_nobody() {
        ministry.dormant("full-org-user", ADDRESS).begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.site().clock().set(Instant.parse(DAY_AFTER));
        ministry.export().site().scan();
        assertThat(removals()).isEmpty();
        assertThat(ministry.only().state()).isInstanceOf(Reviewing.class);
    }

    @Test
    void X3_who_was_never_told_is_told_and_not_removed() {
        ministry.begin();
        ministry.dormant("full-org-user", ADDRESS);
        PassResult day = ministry.day(DAY_AFTER);
        assertThat(day.count("removed")).isZero();
        assertThat(day.count("announced")).isEqualTo(1);
        assertThat(removals()).isEmpty();
    }

    @Test
    void X4_who_was_told_and_is_still_dormant_is_removed_the_day_after_the_last_and_told_so() {
        ministry.dormant("full-org-user", ADDRESS)
                .dormant(BOT, "bot@email.example")
                .begin();
        ministry.active(BOT);
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(ministry.day(LAST_DAY).count("removed")).isZero();
        PassResult day = ministry.day(DAY_AFTER);
        assertThat(day.count("removed")).isEqualTo(1);
        assertThat(removals()).containsOnly(Map.entry("full-org-user", 1));
        assertThat(ministry.mails(Ministry.REMOVED))
                .singleElement()
                .satisfies(mail -> assertThat(mail.address()).isEqualTo(ADDRESS));
        assertThat(ministry.digests()).contains("Removed 1 account(s); 1 seat(s) are free.");
        assertThat(ministry.organisation().isMember(BOT)).isTrue();
        ministry.day("2023-07-15T09:00:00Z");
        assertThat(removals()).containsOnly(Map.entry("full-org-user", 1));
    }

    @Test
    void X5_nobody_is_removed_before_the_end_of_the_last_day() {
        ministry.dormant("bob", ADDRESS).begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.day("2023-07-13T23:59:59Z");
        assertThat(removals()).isEmpty();
        ministry.day("2023-07-14T00:00:00Z");
        assertThat(removals()).containsOnlyKeys("bob");
    }

    @Test
    void X6_who_could_not_be_told_is_removed_only_when_a_person_decides() {
        ministry.dormant("bob", "-").begin();
        ministry.day(DAY_AFTER);
        ministry.day("2023-09-01T09:00:00Z");
        assertThat(removals()).isEmpty();
        assertThat(ministry.only().state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.reason()).isEqualTo(HoldReason.NO_ADDRESS));
        long id = ministry.only().id();
        ministry.site().desk(desk -> desk.decide(id, Decision.REMOVE, "operator", "asked the team"));
        ministry.day("2023-09-02T09:00:00Z");
        assertThat(removals()).containsOnlyKeys("bob");
        assertThat(ministry.mails()).isEmpty();
    }

    @Test
    void X8_the_spelling_of_a_login_does_not_matter() {
        ministry.dormant("Bob", ADDRESS).begin();
        ministry.day("2023-06-14T09:00:00Z");
        ministry.day(DAY_AFTER);
        assertThat(removals()).containsOnlyKeys("Bob");
        assertThat(ministry.only().login()).isEqualTo("Bob");
    }

    @Test
    void X9_who_became_active_meanwhile_is_left_alone() {
        ministry.dormant("bob", ADDRESS).begin();
        ministry.active("bob");
        ministry.day(DAY_AFTER);
        assertThat(removals()).isEmpty();
        assertThat(ministry.only().state())
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.ending()).isEqualTo(Ending.RETURNED));
        assertThat(ministry.mails(Ministry.REMOVED)).isEmpty();
    }

    @Test
    void on_the_day_of_removal_old_exports_hold_the_case_and_new_ones_let_it_go_on() {
        ministry.dormant("bob", ADDRESS).begin();
        ministry.day("2023-07-10T09:00:00Z");
        ministry.site().clock().set(Instant.parse(DAY_AFTER));
        assertThat(ministry.run().count("removed")).isZero();
        assertThat(removals()).isEmpty();
        assertThat(ministry.only().state()).isInstanceOfSatisfying(Held.class, held -> {
            assertThat(held.reason()).isEqualTo(HoldReason.STALE_EVIDENCE);
            assertThat(held.detail()).contains("new exports are needed").contains("dormant-report");
        });
        assertThat(ministry.digests()).contains("new exports are needed");
        assertThat(ministry.day("2023-07-14T12:00:00Z").count("removed")).isEqualTo(1);
        assertThat(removals()).containsOnlyKeys("bob");
    }
}
