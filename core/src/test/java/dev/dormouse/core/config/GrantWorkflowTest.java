package dev.dormouse.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Subject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows about single entitlements. */
class GrantWorkflowTest {

    private static final String SELECT = "subject: grant\nselect: {inactiveFor: 90d, holding: [\"licence:pro\"]}\n";

    @TempDir
    Path folder;

    @Test
    void a_workflow_about_grants_reports_each_of_the_entitlements_it_names() {
        Selection selection = new Written(folder)
                .workflow(SELECT + "review: none")
                .read()
                .workflows()
                .getFirst()
                .selection();
        assertThat(selection.subject()).isEqualTo(Subject.GRANT);
        assertThat(selection.holding()).containsExactly("licence:pro");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            removal: [{do: github.remove}] | dormouse.yaml:20:5: 'removal' in workflow w does not go with subject: grant: no application can take a single entitlement away yet; report with 'dormouse scan', or keep an 'output'
            cooldown: 90d | dormouse.yaml:20:5: 'cooldown' in workflow w does not go with subject: grant
            review: [{ask: owner, within: 30d, channel: mail}] | dormouse.yaml:20:5: 'review' in workflow w does not go with subject: grant: nobody is asked
            """)
    void what_could_only_be_done_to_the_whole_account_is_refused(String line, String fault) {
        assertThat(new Written(folder).workflow(SELECT + line).faults()).contains(fault);
    }

    @Test
    void the_entitlements_must_be_named_and_events_elsewhere_cannot_be_counted() {
        assertThat(new Written(folder)
                        .workflow("subject: grant\nselect: {inactiveFor: 90d}")
                        .faults())
                .contains("missing key 'holding' in select of workflow w; with subject: grant, which entitlements?");
        assertThat(new Written(folder)
                        .workflow(
                                "subject: grant\nselect: {sources: {people: {inactiveFor: 90d, match: person}}, holding: x, when: activity.uses() < 3}")
                        .faults())
                .contains(
                        "'when' in select of workflow w counts events, which does not go with subject: grant and a source with match: person");
        assertThat(new Written(folder)
                        .workflow(
                                "subject: grant\nselect: {inactiveFor: 90d, holding: [a, b]}\noutput: {set: \"file:x\"}")
                        .faults())
                .contains("'output' in workflow w with subject: grant needs one entitlement in 'holding'");
    }
}
