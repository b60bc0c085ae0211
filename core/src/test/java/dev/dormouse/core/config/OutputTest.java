package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.sets.SetAction;
import dev.dormouse.core.workflow.Output;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.WorkflowReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys {@code output} and {@code ignoring}; a workflow's own keys begin on line 18. */
class OutputTest {

    private static final String SELECT = "select: {inactiveFor: 90d}\n";

    @TempDir
    Path folder;

    private Written one(String lines) {
        return new Written(folder)
                .yaml(Written.AROUND + "  - workflow: w\n    applications: [github/acme]\n"
                        + lines.stripTrailing().indent(4));
    }

    private Workflow workflow(String lines) {
        return one(lines).read().workflows().getFirst();
    }

    private Output output(String output) {
        return Objects.requireNonNull(workflow(SELECT + "output: " + output).output());
    }

    @Test
    void a_set_is_a_file_or_a_team_and_is_replaced_unless_the_document_says_otherwise() {
        assertThat(output("{set: 'file:lists/a b.txt'}"))
                .isEqualTo(new Output(new Output.ListFile("lists/a b.txt"), SetAction.REPLACE))
                .hasToString("file:lists/a b.txt");
        assertThat(output("{set: 'github/acme:team:a:team:b', action: excludeall}"))
                .isEqualTo(new Output(new Output.Team("github/acme", "a:team:b"), SetAction.EXCLUDEALL))
                .hasToString("github/acme:team:a:team:b");
        assertThat(workflow(SELECT).output()).isNull();
    }

    @Test
    void a_workflow_with_a_set_does_more_than_report() {
        assertThat(workflow(SELECT).reportsOnly()).isTrue();
        assertThat(workflow(SELECT + "output: {set: 'file:a'}").reportsOnly()).isFalse();
    }

    @Test
    void only_the_condition_of_a_set_that_decides_alone_protects_nobody() {
        String alone = "select: {when: activity.logins(days(90)) == 0, sources: [auth0]}\n";
        String beside = "select: {inactiveFor: 90d, when: activity.logins(days(60)) == 0}\n";
        String set = "output: {set: 'file:a'}";
        assertThat(workflow(alone + set).selection().protectingWindows()).isEmpty();
        assertThat(workflow(alone).selection().protectingWindows()).containsExactly(Duration.ofDays(90));
        assertThat(workflow(beside + set).selection().protectingWindows()).containsExactly(Duration.ofDays(60));
    }

    @Test
    void another_set_or_action_is_another_document() {
        String one = acting("{set: 'file:a', action: add}");
        assertThat(acting("{action: \"add\", set: file:a}")).isEqualTo(one);
        assertThat(acting("{set: 'file:b', action: add}")).isNotEqualTo(one);
        assertThat(acting("{set: 'file:a', action: remove}")).isNotEqualTo(one);
    }

    private String acting(String output) {
        return workflow(SELECT + "output: " + output).fingerprints().acting();
    }

    @Test
    void other_ignored_entitlements_select_others() {
        Workflow one = workflow("select: {when: grants.any('team:'), ignoring: ['team:a*']}");
        Workflow other = workflow("select: {when: grants.any('team:'), ignoring: [team:b]}");
        assertThat(one.selection().ignoring()).containsExactly("team:a*");
        assertThat(one.fingerprints().selecting())
                .isNotEqualTo(other.fingerprints().selecting());
    }

    @Test
    void a_kept_version_is_read_again_with_its_set() {
        Workflow workflow = workflow(
                "select: {when: grants.any('team:'), ignoring: ['team:a*']}\noutput: {set: 'file:a', action: invert}");
        Workflow reread = WorkflowReader.reread(workflow.text(), "w, version 1");
        assertThat(reread.output()).isEqualTo(workflow.output());
        assertThat(reread.selection()).isEqualTo(workflow.selection());
        assertThat(reread.withProtectionOf(workflow(SELECT)).output()).isEqualTo(workflow.output());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            output: | 19:12: missing key 'set' in output of workflow w
            output: {set: people} | 19:14: 'set' in output of workflow w must be file:NAME or APPLICATION:team:NAME, not 'people'
            output: {set: "github/acme:team:"} | 19:14: 'set' in output of workflow w must be file:NAME or APPLICATION:team:NAME, not 'github/acme:team:'
            output: {set: "github/data:team:a"} | 19:14: 'set' in output of workflow w names a team of application 'github/data', and the workflow is about github/acme
            output: {set: "file:"} | 19:14: 'set' in output of workflow w must name a file behind 'file:', relative to the folder of the configuration
            output: {set: "file:s3://b/k"} | 19:14: 'set' in output of workflow w must name a file behind 'file:', relative to the folder of the configuration
            output: {set: "file:a", action: swap} | 19:29: 'action' in output of workflow w must be one of add, remove, replace, intersect, exclude, excludeall, invert, not 'swap'
            output: {set: "file:a", acton: add} | 19:29: unknown key 'acton' in output of workflow w; did you mean 'action'?
            """)
    void a_set_that_cannot_be_kept_is_refused_with_its_place(String line, String expected) {
        assertThat(one(SELECT + line).faults()).contains("dormouse.yaml:" + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            review: none | 19:5: 'review' in workflow w does not go with 'output': a workflow that keeps a set opens no cases
            removal: [{do: github.remove}] | 19:5: 'removal' in workflow w does not go with 'output': a workflow that keeps a set opens no cases
            followUp: [{after: 60d, do: github.remove}] | 19:5: 'followUp' in workflow w does not go with 'output': a workflow that keeps a set opens no cases
            cooldown: 9d | 19:5: 'cooldown' in workflow w does not go with 'output': a workflow that keeps a set opens no cases
            guard: {maxRemoved: 3 in 7d} | 19:13: 'maxRemoved' in guard of workflow w does not go with 'output': it counts the removals of cases; write maxSelected
            trigger: command | 19:5: 'trigger' in workflow w does not go with 'output': a set is what a judgement finds
            """)
    void what_is_about_cases_does_not_go_with_a_set(String line, String expected) {
        assertThat(one(SELECT + line + "\noutput: {set: 'file:a'}").faults()).contains("dormouse.yaml:" + expected);
    }

    @Test
    void nobody_is_asked_about_those_who_were_never_active() {
        assertThat(one("select: {inactiveFor: 90d, neverActive: review}\noutput: {set: 'file:a'}")
                        .faults())
                .contains("18:32: 'neverActive' in select of workflow w does not go with 'output': nobody is asked");
    }

    @Test
    void a_set_is_of_one_application() {
        assertThat(new Written(folder)
                        .workflow(SELECT + "output: {set: 'file:a'}")
                        .faults())
                .contains("19:5: 'output' in workflow w needs one application, and there are 2");
    }

    @Test
    void empty_lists_are_the_same_as_none() {
        assertThat(workflow(SELECT + "review:\nremoval: []\noutput: {set: 'file:a'}")
                        .output())
                .isNotNull();
    }
}
