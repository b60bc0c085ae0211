package dev.dormouse.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.connectors.files.Feeds.Told;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubMembersTest {

    private static Told list(String content) {
        return Feeds.list(new MemoryFiles().with("members.json", content));
    }

    @Test
    void the_REST_form_gives_id_kind_and_membership() {
        Told told = list("""
                [{"login":"Octocat","id":583231,"node_id":"x","type":"User","site_admin":false},
                 {"id":2,"login":"robo[bot]","type":"Bot"}]
                """);
        assertThat(told.accounts)
                .containsExactly(
                        new AccountRecord("Octocat", "583231", AccountKind.HUMAN, null, null, List.of("org-member")),
                        new AccountRecord("robo[bot]", "2", AccountKind.SERVICE, null, null, List.of("org-member")));
        assertThat(told.listing().asOf()).isEqualTo(Feeds.NOW);
        assertThat(told.listing().fingerprint()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a\",\"B\"]",
                "[{\"login\":\"a\"}][{\"login\":\"B\"}]",
                "[{\"login\":\"a\"}]\n[\"B\"]\n[]",
                "a\nB\n",
                "\uFEFFa\r\n\r\nB\r\n",
                "login\na\nB\n",
                "ID,Login\n1,a\n2,B\n"
            })
    void arrays_pages_logins_tables_and_lines_are_understood(String content) {
        Told told = list(content);
        assertThat(told.failure).isNull();
        assertThat(told.logins()).containsExactly("a", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[][]", "login\n"})
    void a_list_that_names_nobody_is_refused_because_everybody_would_be_gone(String content) {
        assertThat(list(content).failure())
                .hasMessageStartingWith("members.json:1:1: the list names nobody, which no organisation can be");
    }

    @Test
    void a_member_that_cannot_be_read_ends_the_reading_because_he_would_be_gone() {
        assertThat(list("[{\"login\":\"a\"},\n {\"id\":2}]").failure())
                .hasMessage("members.json:2:2: the member has no login, and without it the list is not whole; export it"
                        + " again");
        assertThat(list("[\"a\",\n null]").failure())
                .hasMessageStartingWith("members.json:2:2: expected a member and found null, and");
        assertThat(list("a\nNot Found\n").failure())
                .hasMessageStartingWith("members.json:2:1: here is no login of a member");
    }

    @Test
    void the_dormant_report_is_not_a_list_of_members_though_it_has_logins() {
        assertThat(list("created_at,id,login,role,last_logged_ip,2fa_enabled?,outside_collaborator\n")
                        .failure())
                .hasMessageStartingWith("members.json:1:1: expected the members and found the dormant users report");
    }

    @Test
    void a_last_line_without_its_end_may_have_lost_the_end_of_a_name() {
        assertThat(list("alice\nbo").failure()).hasMessageStartingWith("members.json:2:1: the file is cut off");
        assertThat(list("alice").failure()).hasMessageStartingWith("members.json:1:1: the file is cut off");
    }

    @Test
    void an_answer_that_is_an_error_is_no_list() {
        assertThat(list("{\"message\":\"Bad credentials\"}").failure())
                .hasMessageContaining("but here is an object")
                .extracting("code")
                .isEqualTo(FilesErrorCode.FILES_WRONG_FORMAT);
    }

    @Test
    void a_member_with_two_names_ends_the_reading_because_one_of_them_would_be_gone() {
        assertThat(list("[{\"login\":\"a\",\"login\":\"b\"}]").failure())
                .hasMessageStartingWith("members.json:1:23: login is here a second time in the same record");
    }

    @Test
    void zeros_where_data_were_lost_are_no_blank_line() {
        assertThat(list("alice\nbob\n" + "\0".repeat(12)).failure())
                .hasMessageStartingWith("members.json:3:1: the file is cut off");
        assertThat(list("alice\n" + "\0".repeat(12) + "\nbob\n").failure())
                .hasMessageStartingWith("members.json:2:1: here is no login of a member");
    }

    @Test
    void a_quote_that_is_never_closed_hides_nobody_even_after_a_lone_quote() {
        assertThat(list("login,name\nalice,O\"Brien\nbob,\"Bob\ncarol,Carol\ndave,Dave\n")
                        .failure())
                .hasMessageStartingWith("members.json:3:2: the file is cut off");
        assertThat(list("login,name\nalice,O\"Brien \"\nbob,\"Bob\"\r\n\r\n").logins())
                .containsExactly("alice", "bob");
    }
}
