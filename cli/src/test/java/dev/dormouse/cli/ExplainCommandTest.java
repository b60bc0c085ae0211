package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why, and why not. */
class ExplainCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        new Exports(folder).write();
    }

    private Ran explain(String... words) {
        String[] all = {
            "explain",
            words[0],
            "--config",
            folder.toString(),
            "--now",
            Exports.NOW.toString(),
            "--output",
            words.length > 1 ? words[1] : "table"
        };
        return Console.run(all);
    }

    @Test
    void a_selected_account_shows_each_clause_with_value_source_freshness_and_truth() {
        Ran ran = explain("Dormant-3");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("dormant-3 in github/exports under github-dormant-members: dormant, because ")
                .contains("clause", "value", "source", "as of", "speaks for dormant")
                .contains("dormant-report", "people-page", "audit-log", "auth0")
                .contains("2026-03-02T11:00:00Z");
    }

    @Test
    void an_account_that_was_not_selected_shows_what_spoke_for_it() {
        Ran ran = explain("people-1");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("people-1 in github/exports under github-dormant-members: active, because ")
                .contains("2026-02-20T10:00:00Z");
    }

    @Test
    void what_keeps_a_dormant_account_from_a_new_case_is_told() {
        new Exports(folder).configure(Exports.acting());
        assertThat(explain("dormant-0").out()).doesNotContain("is open", "no new case");
        Console.runIn(folder, "run");
        Console.runIn(folder, "approve", "github-dormant-members");
        Console.runIn(folder, "run");
        assertThat(explain("dormant-0").out())
                .contains("case 1 of github-dormant-members is open (held); see: dormouse cases show 1");

        assertThat(Console.runIn(folder, "cases", "cancel", "1").exit()).isZero();
        assertThat(explain("dormant-0").out())
                .contains("no new case of github-dormant-members before 2026-05-31T12:00:00Z, as the last one ended"
                        + " (cancelled) on 2026-03-02T12:00:00Z");
    }

    @Test
    void json_has_one_object_for_each_clause() {
        Ran ran = explain("auth0-2", "json");
        assertThat(ran.json()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("account").asText()).isEqualTo("auth0-2");
            assertThat(one.path("answer").asText()).isEqualTo("active");
            assertThat(one.path("dormant").asText()).isIn("yes", "no", "unknown");
        });
    }

    @Test
    void an_account_that_nobody_lists_is_said_to_be_in_no_application() {
        Ran ran = explain("stranger");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("no account 'stranger' among the 40 of github/exports");
    }

    @Test
    void an_entitlement_is_refused_where_no_workflow_is_about_grants() {
        Ran ran = Console.runIn(folder, "explain", "people-1", "licence:pro");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("no workflow with subject: grant is about 'people-1'");
    }

    @Test
    void an_answer_from_the_last_run_says_so() {
        assertThat(explain("people-1").err()).doesNotContain("--fresh");
        Console.runIn(folder, "run");
        assertThat(explain("people-1").err())
                .contains("from what the last run read, up to 2026-03-02T11:00:00Z; read anew with --fresh");
        assertThat(explain("people-1", "json").err()).doesNotContain("--fresh");
        assertThat(Console.runIn(folder, "explain", "people-1", "--fresh").err())
                .doesNotContain("--fresh");
    }
}
