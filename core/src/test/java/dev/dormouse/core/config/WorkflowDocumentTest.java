package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Exemptions.Kind;
import dev.dormouse.core.workflow.Guards.MaxSelected;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.IfIgnored;
import dev.dormouse.core.workflow.WorkflowReader;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowDocumentTest {

    /** Every key of a workflow. */
    static final String FULL = """
            subject: account
            trigger: dormancy
            select:
              sources:
                report: {verdict: dormant, as: candidates}
                people: {inactiveFor: 3 months}
                audit: {inactiveFor: 3 months, completeFrom: earliest-event}
                auth0: {inactiveFor: 90d, appliesTo: [github/acme], optional: true, kind: login}
              combine: any-active-clears
              neverActive: since-created
              holding: [org-member]
            exempt:
              accounts: [ci-bot, 007, no, {login: x, until: 2027-01-31, reason: leave}]
              patterns: ["*-bot"]
              groups: ["team:executives"]
              kinds: [service]
              until: {user-0007: 2027-03-01}
            guard: {maxSelected: "50 and 5%", maxRemoved: "100 in 7d", sourceMaxAge: 2d, minCoverage: 80%}
            review:
              - {ask: owner, within: 1 month, remind: [1d, 7d], channel: mail, template: announce, remindTemplate: remind}
              - {ask: [a@b.example], within: 7d, channel: mail}
            ifIgnored: remove
            onReturn: stop
            onBounce: hold
            removal: [{do: github.remove, onError: retry}, {do: notify, to: owner, template: removed, channel: mail}]
            followUp: [{after: 60d, do: notify, to: owner, template: own, channel: mail}]
            cooldown: 30d
            operators: [ops]   # who is told
            """;

    @TempDir
    Path folder;

    private Workflow read(String lines) {
        return new Written(folder)
                .file("templates/own.txt", "Subject\n")
                .workflow(lines)
                .read()
                .workflows()
                .getFirst();
    }

    @Test
    void the_selection_is_read_with_roles_windows_and_reach() {
        List<SourceRule> sources = read(FULL).selection().sources();

        assertThat(sources)
                .extracting(SourceRule::role)
                .containsExactly(Role.CANDIDATES, Role.ACTIVITY, Role.ACTIVITY, Role.ACTIVITY);
        assertThat(sources)
                .extracting(rule -> String.valueOf(rule.inactiveFor()))
                .containsExactly("null", "3 months", "3 months", "90d");
        assertThat(sources.getLast().need()).isEqualTo(Need.OPTIONAL);
        assertThat(sources.getLast().appliesTo()).containsExactly("github/acme");
        assertThat(sources.getFirst().appliesTo()).isEmpty();
        assertThat(read(FULL).selection().combine()).isEqualTo(Combine.ANY_ACTIVE_CLEARS);
    }

    @Test
    void exemptions_keep_the_text_as_it_was_written() {
        assertThat(read(FULL).exemptions().entries())
                .containsExactly(
                        new Exemption(Kind.ACCOUNT, "ci-bot", null, ""),
                        new Exemption(Kind.ACCOUNT, "007", null, ""),
                        new Exemption(Kind.ACCOUNT, "no", null, ""),
                        new Exemption(Kind.ACCOUNT, "x", LocalDate.of(2027, 1, 31), "leave"),
                        new Exemption(Kind.PATTERN, "*-bot", null, ""),
                        new Exemption(Kind.GROUP, "team:executives", null, ""),
                        new Exemption(Kind.ACCOUNT_KIND, "service", null, ""),
                        new Exemption(Kind.ACCOUNT, "user-0007", LocalDate.of(2027, 3, 1), ""));
    }

    @Test
    void review_and_steps_are_read_in_their_order_with_reminders_longest_first() {
        Workflow full = read(FULL);

        ReviewStage first = full.review().stages().getFirst();
        assertThat(first.remind()).hasToString("[7d, 1d]");
        assertThat(first.within()).hasToString("1 month");
        assertThat(full.review().ifIgnored()).isEqualTo(IfIgnored.REMOVE);
        assertThat(full.removal())
                .containsExactly(
                        new Step.Act("github.remove", Step.OnError.RETRY), new Step.Notify("owner", "removed", "mail"));
        assertThat(full.followUp().getFirst().after()).hasToString("60d");
        assertThat(full.guards().maxSelected()).isEqualTo(new MaxSelected(50, 5));
        assertThat(full.guards().minCoverage()).isEqualTo(80);
        assertThat(full.operators()).containsExactly("ops");
    }

    @Test
    void the_short_form_asks_every_source_that_speaks_about_the_applications() {
        Workflow brief = read("select: {inactiveFor: 90d}");

        assertThat(brief.selection().sources())
                .extracting(rule -> rule.source() + rule.inactiveFor() + rule.appliesTo())
                .containsExactly("report90d[]", "people90d[]", "audit90d[]", "auth090d[github/acme]");
        assertThat(brief.review().stages()).isEmpty();
        assertThat(brief.review().ifIgnored()).isEqualTo(IfIgnored.END);
        assertThat(brief.cooldown()).hasToString("90d");
    }

    @Test
    void what_silence_means_may_also_be_the_last_item_of_the_review() {
        Workflow read = read("""
                select: {inactiveFor: 90d}
                removal: [{do: a.b}]
                review:
                  - {ask: owner, within: 7d, channel: ops}
                  - ifIgnored: remove
                """);
        assertThat(read.review().ifIgnored()).isEqualTo(IfIgnored.REMOVE);
        assertThat(read.review().stages()).hasSize(1);
    }

    @Test
    void the_kept_text_is_read_again_as_the_same_document_without_today_s_configuration() {
        for (String lines : List.of(FULL, "select: {inactiveFor: 90d}")) {
            Workflow written = read(lines);
            Workflow again = WorkflowReader.reread(written.text(), "w, version 1");
            assertThat(again).isEqualTo(written);
        }
        assertThat(read(FULL).text())
                .startsWith("workflow: w\napplications: [github/acme, github/data]\nsubject: account\n")
                .contains("\n  sources:\n    report: {verdict: dormant, as: candidates}\n")
                .contains("""

                        operators: [ops]
                        ---
                        # What the configuration said when this version was made.
                        zone: 'Europe/London'
                        """);
    }

    @Test
    void text_is_cut_out_whole_where_it_holds_characters_beyond_the_basic_plane() {
        Workflow written =
                read("# 🐭🐭🐭\nselect: {inactiveFor: 90d}\nexempt: {accounts: [{login: a, reason: '🐭 naps'}]}");
        assertThat(written.text()).contains("{accounts: [{login: a, reason: '🐭 naps'}]}\n---\n");
        assertThat(WorkflowReader.reread(written.text(), "w")).isEqualTo(written);
    }

    @Test
    void a_damaged_kept_text_is_refused() {
        assertThatThrownBy(() -> WorkflowReader.reread("workflow: w\n", "w, version 3"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("w, version 3: is not a kept version of a workflow");
        assertThatThrownBy(() -> WorkflowReader.reread("a: [", "w, version 3"))
                .hasMessageStartingWith("w, version 3:1:");
    }

    @Test
    void an_old_document_tells_people_by_the_channels_of_the_newest() {
        Workflow old = read(FULL);
        Workflow newest = read(FULL.replace("channel: mail", "channel: ops"));

        assertThat(newest.fingerprints().acting()).isEqualTo(old.fingerprints().acting());
        Workflow protectedOne = old.withProtectionOf(newest);
        assertThat(protectedOne.review()).isEqualTo(newest.review());
        assertThat(protectedOne.removal()).isEqualTo(newest.removal());
        assertThat(protectedOne.followUp()).isEqualTo(newest.followUp());
        Workflow longer = read(
                FULL.replace("channel: mail", "channel: ops").replace("removal: [", "removal: [{do: github.warn}, "));
        assertThat(old.withProtectionOf(longer).removal()).isEqualTo(old.removal());
    }

    /** Older documents have it, and are kept with their version. */
    @Test
    void what_follows_an_error_is_accepted_of_a_message_and_means_nothing() {
        Workflow written = read(FULL.replace("do: notify, ", "do: notify, onError: continue, "));

        assertThat(written.removal()).isEqualTo(read(FULL).removal());
        assertThat(written.followUp()).isEqualTo(read(FULL).followUp());
        assertThat(WorkflowReader.reread(written.text(), "w")).isEqualTo(written);
    }

    @Test
    void comments_quotes_layout_and_the_order_of_keys_make_no_other_document() {
        Workflow one = read("select: {inactiveFor: 90d, neverActive: exclude}\ncooldown: 30d\n");
        Workflow other =
                read("# a comment\ncooldown: '30d'\nselect:\n  neverActive: \"exclude\"\n  inactiveFor: 90d\n");
        assertThat(other.fingerprints()).isEqualTo(one.fingerprints());
    }

    @Test
    void each_fingerprint_follows_its_part_of_the_document() {
        Workflow base = read(FULL);
        Workflow exempted = read(FULL.replace("ci-bot", "cd-bot"));
        Workflow guarded = read(FULL.replace("100 in 7d", "90 in 7d").replace("operators: [ops]", "operators: []"));
        Workflow rerouted = read(FULL.replace("template: removed, channel: mail", "template: removed, channel: ops"));
        Workflow acting = read(FULL.replace("within: 1 month", "within: 2 months"));

        assertThat(exempted.fingerprints().selecting())
                .isNotEqualTo(base.fingerprints().selecting());
        assertThat(exempted.fingerprints().acting())
                .isEqualTo(base.fingerprints().acting());
        assertThat(List.of(guarded, rerouted)).allSatisfy(changed -> {
            assertThat(changed.fingerprints().selecting())
                    .isEqualTo(base.fingerprints().selecting());
            assertThat(changed.fingerprints().acting())
                    .isEqualTo(base.fingerprints().acting());
            assertThat(changed.fingerprints().whole())
                    .isNotEqualTo(base.fingerprints().whole());
        });
        assertThat(acting.fingerprints().selecting())
                .isEqualTo(base.fingerprints().selecting());
        assertThat(acting.fingerprints().acting())
                .isNotEqualTo(base.fingerprints().acting());
    }

    @Test
    void a_source_that_the_short_form_gains_makes_another_document() {
        String yaml = Written.AROUND + "  - {workflow: w, applications: github/acme, select: {inactiveFor: 90d}}\n";
        Workflow before = new Written(folder).yaml(yaml).read().workflows().getFirst();
        Workflow after = new Written(folder)
                .yaml(yaml.replace("  audit:", "  more: {files: x}\n  audit:"))
                .read()
                .workflows()
                .getFirst();
        assertThat(after.fingerprints().selecting())
                .isNotEqualTo(before.fingerprints().selecting());
    }
}
