package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DormantReportTest {

    private static final String H = "created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n";
    private static final String SERVER =
            "created_at, id, login, email, role, suspended?, last_logged_ip, repos, ssh_keys,"
                    + " org_memberships, dormant?, last_active, raw_login, 2fa_enabled?\n";

    private static Told read(String content) {
        return Feeds.read("github-dormant-report", "dormant.csv", content);
    }

    private static String row(String login) {
        return "2011-05-04 10:06:20 +0100,767430," + login + ",user,192.0.2.1,true,false\n";
    }

    @Test
    void C1_a_row_names_a_dormant_user_whatever_the_case_of_the_truth_value() {
        Told told = read(H + "2012-01-03 10:19:32 +0000,45574,some-user,user,11.34.54.00,true,False\n");
        assertThat(told.sightings).containsExactly(new Sighting.Dormant("some-user"));
        assertThat(told.accounts)
                .containsExactly(new AccountRecord(
                        "some-user",
                        "45574",
                        AccountKind.HUMAN,
                        null,
                        Instant.parse("2012-01-03T10:19:32Z"),
                        List.of()));
    }

    @Test
    void C2_a_collaborator_is_marked_as_one() {
        Told told = read(H
                + "2011-05-04 10:06:20 +0100,767430,joebloggs,user,165.225.16.122,true,false\n"
                + "2012-06-19 10:02:40 +0100,1866734,jamesoutsidecollaborator,user,31.121.104.4,true,true\n");
        assertThat(told.sightings)
                .containsExactly(new Sighting.Dormant("joebloggs"), new Sighting.Dormant("jamesoutsidecollaborator"));
        assertThat(told.accounts)
                .extracting(AccountRecord::holds)
                .containsExactly(List.of(), List.of("outside-collaborator"));
        assertThat(told.feed().absence()).isEqualTo(Absence.SAYS_ACTIVE);
        assertThat(told.feed().records()).isEqualTo(2);
        assertThat(told.feed().completeFrom()).isNull();
    }

    @Test
    void C3_bots_are_handed_over_like_everybody_because_exemptions_are_decided_elsewhere() {
        assertThat(read(H + row("bot2") + row("bot1")).sightings)
                .containsExactly(new Sighting.Dormant("bot2"), new Sighting.Dormant("bot1"));
    }

    @Test
    void C4_an_empty_file_is_rejected_and_does_not_mean_that_nobody_is_dormant() {
        assertThat(read("").failure())
                .hasMessage("dormant.csv:1:1: the file is empty; export it again")
                .extracting("code")
                .isEqualTo(FilesErrorCode.FILES_EMPTY);
    }

    @Test
    void C5_a_header_alone_means_that_nobody_is_dormant() {
        for (String header : List.of(H, H.strip(), SERVER)) {
            Told told = read(header);
            assertThat(told.feed().records()).isZero();
            assertThat(told.feed().absence()).isEqualTo(Absence.SAYS_ACTIVE);
            assertThat(told.sightings).isEmpty();
        }
    }

    @Test
    void C6_and_C16_a_login_keeps_its_spelling() {
        assertThat(read(H + row("JoeBloggs") + row("BOT1")).sightings)
                .containsExactly(new Sighting.Dormant("JoeBloggs"), new Sighting.Dormant("BOT1"));
    }

    @Test
    void C7_a_file_without_header_is_rejected() {
        Told told = read(row("a") + row("b"));
        assertThat(told.failure())
                .hasMessageStartingWith("dormant.csv:1:1: the header lacks the column login")
                .hasMessageEndingWith("with its first line");
        assertThat(told.sightings).isEmpty();
    }

    @Test
    void C8_blank_lines_are_ignored() {
        Told told = read(H + "\n" + row("a") + "\n  \n\r\n" + row("b") + "\n\n");
        assertThat(told.sightings).containsExactly(new Sighting.Dormant("a"), new Sighting.Dormant("b"));
        assertThat(told.problems).isEmpty();
        assertThat(told.feed().records()).isEqualTo(2);
    }

    @Test
    void C9_a_row_with_six_fields_is_rejected_with_its_line_number_and_the_rest_is_read() {
        Told told = read(H + row("a") + "2011-05-04 10:06:20 +0100,767430,b,user,192.0.2.1,true\n" + row("c"));
        assertThat(told.problems)
                .containsExactly(new Problem("dormant.csv:3:1", "the row has 6 fields and the header has 7"));
        assertThat(told.sightings).containsExactly(new Sighting.Dormant("a"), new Sighting.Dormant("c"));
        assertThat(told.feed().records()).isEqualTo(3);
    }

    @Test
    void C10_a_login_is_trimmed() {
        assertThat(read(H + row(" a ")).sightings).containsExactly(new Sighting.Dormant("a"));
    }

    @Test
    void C11_columns_are_found_by_name_in_any_order_and_case() {
        assertThat(read("Login,ID,Outside_Collaborator\na,1,false\n").sightings)
                .containsExactly(new Sighting.Dormant("a"));
    }

    @Test
    void C14_a_quoted_newline_in_the_header_is_part_of_its_field() {
        Told told = read("created_at,id,login,role,\"last_logged\n_ip\",2fa_enabled?,outside_collaborator\n" + row("a")
                + "2011-05-04 10:06:20 +0100,767430,b,\"us\ner\",192.0.2.1,true,perhaps\n");
        assertThat(told.sightings)
                .containsExactly(
                        new Sighting.Dormant("a"),
                        new Sighting.Unreadable(
                                "b",
                                new Problem(
                                        "dormant.csv:4:7",
                                        "outside_collaborator must be true or false and is \"perhaps\"")));
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing() {
        String content = (H + row("a") + row("b")).replace("\n", "\r\n");
        List<Sighting> expected = List.of(new Sighting.Dormant("a"), new Sighting.Dormant("b"));
        assertThat(read("\uFEFF" + content).sightings).isEqualTo(expected);
        MemoryFiles files =
                new MemoryFiles().with("dormant.csv", ("\uFEFF" + content).getBytes(StandardCharsets.UTF_16LE));
        assertThat(Feeds.read(files, "github-dormant-report").sightings).isEqualTo(expected);
    }

    @Test
    void a_row_without_login_is_a_problem_with_its_position() {
        assertThat(read(H + row("") + row("a")).problems)
                .containsExactly(new Problem("dormant.csv:2:3", "the login is missing or not UTF-8"));
    }

    @Test
    void an_unreadable_creation_date_is_left_open_and_told() {
        Told told = read(H + "04/05/2011,767430,a,user,192.0.2.1,true,false\n");
        assertThat(told.accounts).extracting(AccountRecord::created).containsOnlyNulls();
        assertThat(told.sightings).containsExactly(new Sighting.Dormant("a"));
        assertThat(told.problems)
                .singleElement()
                .hasToString("dormant.csv:2:1: created_at is no instant: \"04/05/2011\"");
    }

    @Test
    void of_whose_last_activity_cannot_be_read_nothing_is_said() {
        Told told = read(SERVER + "2011-05-04 10:06:20 +0100,1,a,,user,false,192.0.2.1,2,1,1,true,yesterday,a,true\n");
        assertThat(told.sightings).singleElement().isInstanceOf(Sighting.Unreadable.class);
    }

    @Test
    void the_report_of_enterprise_server_has_a_verdict_and_perhaps_an_instant_in_each_row() {
        Told told = read(SERVER
                + "2011-05-04 10:06:20 +0100,1,a,a@example.org,user,false,192.0.2.1,2,1,1,true,2023-01-02 03:04:05 UTC,a,true\n"
                + "2011-05-04 10:06:20 +0100,2,b,,user,false,192.0.2.1,2,1,1,FALSE,,b,true\n"
                + "2011-05-04 10:06:20 +0100,3,c,,user,false,192.0.2.1,2,1,1,,never,c,true\n");
        assertThat(told.sightings)
                .containsExactly(
                        Feeds.at("a", "2023-01-02T03:04:05Z", ActivityKind.USE),
                        new Sighting.Dormant("a"),
                        new Sighting.Active("b"),
                        new Sighting.Unreadable(
                                "c", new Problem("dormant.csv:4:11", "dormant? must be true or false and is \"\"")));
        assertThat(told.accounts.getFirst().email()).isEqualTo("a@example.org");
        assertThat(told.accounts.getLast().email()).isNull();
    }

    @Test
    void a_last_row_that_is_not_whole_means_that_the_file_is_cut_off() {
        Told told = read(H + row("a") + "2011-05-04 10:06:20 +0100,767430,bo");
        assertThat(told.failure())
                .hasMessage("dormant.csv:3:3: the file is cut off: its last row is not whole, or lacks its line end;"
                        + " export it again");
        assertThat(told.sightings).containsExactly(new Sighting.Dormant("a"));
    }

    @Test
    void a_last_row_that_may_have_lost_the_end_of_a_name_is_not_trusted() {
        assertThat(read("outside_collaborator,login\nfalse,joeblo").failure().code())
                .isEqualTo(FilesErrorCode.FILES_CUT_OFF);
        assertThat(read("outside_collaborator,login\nfalse,\"joebloggs\"").sightings)
                .containsExactly(new Sighting.Dormant("joebloggs"));
    }

    @Test
    void a_file_that_ends_within_quotes_is_cut_off() {
        Told told = read(H + row("a") + "2011-05-04 10:06:20 +0100,767430,b,user,192.0.2.1,true,\"false\n" + row("c"));
        assertThat(told.failure()).hasMessageStartingWith("dormant.csv:3:7: the file is cut off");
    }

    @Test
    void text_behind_a_closing_quote_is_an_error_with_its_line() {
        Told told = read(H + row("a") + row("\"b\"c"));
        assertThat(told.failure())
                .hasMessageStartingWith("dormant.csv:3:1: not valid CSV from the row that begins here");
        assertThat(told.sightings).containsExactly(new Sighting.Dormant("a"));
    }

    @Test
    void a_column_that_is_there_twice_is_refused_because_the_two_may_differ() {
        assertThat(read("login,dormant?,dormant?\nalice,true,false\n").failure())
                .hasMessage("dormant.csv:1:3: the header has the column dormant? twice, and nobody knows which is true;"
                        + " export it again");
        assertThat(read("id,login,x,Login,outside_collaborator,x\n1,alice,,bob,false,\n")
                        .failure())
                .hasMessageStartingWith("dormant.csv:1:4: the header has the column login twice");
    }

    @Test
    void a_report_without_any_row_that_fits_its_header_is_refused_and_does_not_mean_that_all_are_active() {
        assertThat(read(H + row("a,x") + row("b,x")).failure())
                .hasMessage("dormant.csv:1:1: no row has a login and as many fields as the header; export the dormant"
                        + " users report again");
    }
}
