package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.WorkflowReader;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key {@code when} in every way that YAML can write a text. */
class WhenTest {

    @TempDir
    Path folder;

    private Workflow workflow(String lines) {
        return new Written(folder).workflow(lines).read().workflows().getFirst();
    }

    private Selection selection(String lines) {
        return workflow(lines).selection();
    }

    @Test
    void a_condition_goes_with_sources_and_windows() {
        Selection selection = selection("""
                select:
                  inactiveFor: 90d
                  sources: [people]
                  when: account.kind == HUMAN && activity.logins(days(90)) <= 2
                """);
        assertThat(Objects.requireNonNull(selection.when()).text())
                .isEqualTo("account.kind == HUMAN && activity.logins(days(90)) <= 2");
        assertThat(selection.sources()).extracting(SourceRule::role).containsExactly(Role.ACTIVITY);
        assertThat(selection.conditionAlone()).isFalse();
    }

    @Test
    void a_condition_alone_needs_sources_only_for_what_they_tell() {
        assertThat(selection("select: {when: account.kind == SERVICE}").sources())
                .isEmpty();
        Selection asking = selection("select: {when: activity.never(), sources: [people, audit]}");
        assertThat(asking.sources()).extracting(SourceRule::role).containsExactly(Role.ASKED, Role.ASKED);
        assertThat(asking.conditionAlone()).isTrue();
    }

    @Test
    void the_sources_of_a_condition_can_be_optional_and_stand_beside_a_verdict() {
        Selection selection = selection("""
                select:
                  sources: {report: {verdict: dormant}, people: {optional: true}}
                  when: activity.never()
                """);
        assertThat(selection.sources()).extracting(SourceRule::role).containsExactly(Role.VERDICT, Role.ASKED);
        assertThat(selection.conditionAlone()).isFalse();
    }

    @Test
    void a_changed_condition_is_another_document_and_one_in_quotes_is_not() {
        String one = fingerprint("account.kind == SERVICE");
        assertThat(fingerprint("account.kind == SYSTEM")).isNotEqualTo(one);
        assertThat(fingerprint("'account.kind == SERVICE'")).isEqualTo(one);
    }

    private String fingerprint(String when) {
        return workflow("select: {when: " + when + "}").fingerprints().selecting();
    }

    @Test
    void a_kept_version_is_read_again_with_its_condition() {
        Workflow workflow = workflow("select: {when: activity.never(), sources: [people]}");
        assertThat(WorkflowReader.reread(workflow.text(), "w, version 1").selection())
                .isEqualTo(workflow.selection());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
            when: account.kind == HUMAN && accnt.login == ''                @ 19:38
            when: "account.kind == HUMAN && accnt.login == ''"              @ 19:39
            when: 'account.login == ''a'' && accnt.login == '''''           @ 19:40
            when: "account.login == \\"a\\" && accnt.login == ''"           @ 19:40
            when: "account.login == '\\u00e9' && accnt.login == ''"         @ 19:43
            when: |/  account.kind == HUMAN/    && accnt.login == ''        @ 21:14
            when: >-/  account.kind == HUMAN/  && accnt.login == ''         @ 21:12
            when: account.kind == HUMAN/  && accnt.login == ''              @ 20:12
            """)
    void a_fault_is_told_where_it_stands_in_the_file(String lines, String place) {
        String indented = "select:\n  " + lines.strip().replace("/", "\n  ") + "\n";
        assertThat(new Written(folder).workflow(indented).faults())
                .contains("dormouse.yaml:" + place + ": 'when': there is no 'accnt.login'");
    }
}
