package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source delivers less than usual, and somebody says that this is right. */
class SourceReleaseTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void write() {
        site = new Site(folder, NOW);
        configure("unused", "");
    }

    private void configure(String workflow, String guard) {
        site.write("dormouse.yaml", """
                applications:
                  github/acme: {accounts: {format: github-members, files: members.json}}
                sources:
                  people-page: {format: github-people-page, files: page.json}
                workflows:
                  - workflow: %s
                    applications: [github/acme]
                    guard: {%s}
                    select: {inactiveFor: 90d}
                """.formatted(workflow, guard));
    }

    /** A pass the next day, where the page has so many rows; the fault of the source, null for healthy. */
    private @Nullable String pass(int rows) {
        site.clock().advance(Duration.ofDays(1));
        site.write("members.json", "[\"ann\"]");
        site.write(
                "page.json",
                IntStream.range(0, rows)
                        .mapToObj(row -> "{\"login\":\"user-" + row + "\",\"last_active\":\"2026-11-0" + (1 + rows % 9)
                                + "T12:00:00Z\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        return site.run().health().stream()
                .filter(one -> one.source().equals("people-page"))
                .findFirst()
                .orElseThrow()
                .fault();
    }

    private String release(String by) {
        return site.<String>desk(desk -> desk.release("people-page", by));
    }

    private List<Draft> journal(JournalKind kind) {
        try (Workspace workspace = site.open();
                Ledger ledger = workspace.openLedger()) {
            List<Draft> found = new ArrayList<>();
            ledger.journal(0, entry -> {
                if (entry.draft().kind() == kind) {
                    found.add(entry.draft());
                }
            });
            return found;
        }
    }

    @Test
    void what_comes_after_a_release_is_the_new_usual() {
        assertThat(pass(100)).isNull();
        assertThat(pass(40)).contains("delivered 40 records, usually 100");
        assertThat(release("anna")).contains("source people-page: the next pass takes what it delivers as usual");
        assertThat(pass(40)).isNull();
        assertThat(pass(15)).contains("delivered 15 records, usually 40");
        assertThat(pass(20)).isNull();
    }

    @Test
    void a_release_is_in_the_journal_with_who_and_when() {
        pass(100);
        release("anna");
        assertThat(journal(JournalKind.RELEASED)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("anna");
            assertThat(entry.at()).isEqualTo(site.clock().instant());
            assertThat(entry.text())
                    .isEqualTo("released: people-page of github/acme may deliver less than the usual 100 records");
        });
    }

    @Test
    void with_fourEyes_a_source_takes_two_persons_too() {
        configure("unused", "fourEyes: true");
        pass(100);
        assertThat(pass(40)).isNotNull();
        assertThat(release("anna"))
                .isEqualTo("source people-page is not released until a second person says so:"
                        + " dormouse release people-page --by NAME");
        assertThat(release("ANNA ")).contains("is not released");
        assertThat(pass(40)).isNotNull();
        assertThat(release("ben")).contains("the next pass takes what it delivers as usual");
        assertThat(journal(JournalKind.PROPOSED)).extracting(Draft::actor).containsExactly("anna");
        assertThat(journal(JournalKind.RELEASED)).extracting(Draft::actor).containsExactly("ben");
        assertThat(pass(40)).isNull();
        pass(10);
        assertThat(release("ben")).as("what anna said is used up").contains("is not released");
    }

    @Test
    void a_name_that_a_workflow_and_a_source_have_is_refused() {
        configure("people-page", "");
        pass(100);
        assertThatThrownBy(() -> release("anna"))
                .isInstanceOf(UseCaseException.class)
                .hasMessageContaining("'people-page' is the name of a workflow and of a source");
        assertThat(journal(JournalKind.RELEASED)).isEmpty();
    }

    @Test
    void a_source_that_no_pass_has_read_needs_no_release() {
        assertThatThrownBy(() -> release("anna"))
                .isInstanceOf(UseCaseException.class)
                .hasMessage("no pass has read source people-page, so it has no usual volume");
    }
}
