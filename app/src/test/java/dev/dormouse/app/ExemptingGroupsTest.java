package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dormouse.core.ledger.GroupMemory;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.engine.PassResult;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.github.StandInOrganization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exempting group that suddenly protects far fewer stops the workflow: it is there to protect people. */
class ExemptingGroupsTest {

    private static final String SHRUNK = "the exempting group org-owner has shrunk sharply: it protects 2 accounts of"
            + " github/ministryofjustice, at the last good pass 6; a release takes that for its usual size";

    @TempDir
    Path folder;

    private Ministry ministry;

    @BeforeEach
    void open() {
        ministry = new Ministry(folder, "2023-06-13T09:00:00Z");
        ministry.change("exempt: {accounts: []}", "exempt: {groups: [Org-Owner]}");
        ministry.dormant("bob", "bob@email.example");
        owners(ministry.organisation(), 5);
    }

    @AfterEach
    void close() {
        ministry.close();
    }

    /** Besides the owner to whom the token belongs. */
    private static void owners(StandInOrganization organisation, int wanted) {
        for (int number = 1; number <= 5; number++) {
            if (number <= wanted) {
                organisation.addOwner("owner-" + number);
            } else {
                organisation.addMember("owner-" + number);
            }
        }
    }

    private static @Nullable String reason(PassResult result) {
        Quarantine quarantine = result.status().quarantine();
        return quarantine == null ? null : quarantine.reason();
    }

    private String release() {
        return ministry.site().<String>desk(desk -> desk.release(Ministry.WORKFLOW, "operator"));
    }

    private List<GroupMemory> memories() {
        try (Workspace workspace = ministry.site().open();
                Ledger ledger = workspace.openLedger()) {
            return ledger.groupMemories(Ministry.WORKFLOW);
        }
    }

    @Test
    void it_stops_the_workflow_with_its_size_and_the_one_before_and_nobody_is_asked_or_removed() {
        assertThat(ministry.begin().count("announced")).isEqualTo(1);
        ministry.day("2023-06-14T09:00:00Z");
        owners(ministry.organisation(), 1);
        ministry.dormant("owner-5", "owner-5@email.example");

        assertThat(reason(ministry.day("2023-07-14T09:00:00Z"))).isEqualTo(SHRUNK);
        assertThat(ministry.digests()).contains("Stopped by a guard", SHRUNK);
        assertThat(ministry.mails()).hasSize(1);
        assertThat(ministry.organisation().removals()).isEmpty();
    }

    @Test
    void a_release_takes_the_new_size_for_the_usual_one() {
        ministry.begin();
        owners(ministry.organisation(), 1);
        assertThat(reason(ministry.day("2023-06-14T09:00:00Z"))).isEqualTo(SHRUNK);
        assertThat(reason(ministry.day("2023-06-15T09:00:00Z"))).isEqualTo(SHRUNK);

        assertThat(release()).endsWith(SHRUNK);
        assertThat(reason(ministry.day("2023-06-16T09:00:00Z"))).isNull();
        assertThat(memories()).extracting(GroupMemory::usual).containsExactly(2L);
    }

    @Test
    void what_has_shrunk_further_than_was_told_before_the_release_stops_it_again() {
        for (int number = 6; number <= 20; number++) {
            ministry.organisation().addOwner("owner-" + number);
        }
        ministry.begin();
        for (int number = 6; number <= 20; number++) {
            ministry.organisation().addMember("owner-" + number);
        }
        assertThat(reason(ministry.day("2023-06-14T09:00:00Z")))
                .contains("protects 6 accounts", "at the last good pass 21");
        owners(ministry.organisation(), 1);
        release();
        assertThat(reason(ministry.day("2023-06-15T09:00:00Z"))).isEqualTo(SHRUNK);
    }

    @Test
    void one_that_grows_or_shrinks_slowly_is_followed() {
        ministry.begin();
        for (int wanted : new int[] {4, 5, 3, 2, 1, 5}) {
            owners(ministry.organisation(), wanted);
            ministry.site().clock().advance(Duration.ofDays(1));
            assertThat(reason(ministry.day(ministry.site().clock().instant().toString())))
                    .isNull();
            assertThat(memories()).extracting(GroupMemory::usual).containsExactly(wanted + 1L);
        }
    }

    @Test
    void it_stops_also_where_there_is_nothing_to_do_so_that_the_operators_hear_of_it_at_once() {
        ministry.active("bob").begin();
        owners(ministry.organisation(), 1);
        assertThat(reason(ministry.day("2023-06-14T09:00:00Z"))).isEqualTo(SHRUNK);
    }

    @Test
    void one_that_is_as_large_as_before_again_needs_a_release_all_the_same_and_keeps_its_size() {
        ministry.begin();
        owners(ministry.organisation(), 1);
        ministry.day("2023-06-14T09:00:00Z");
        owners(ministry.organisation(), 5);
        assertThat(reason(ministry.day("2023-06-15T09:00:00Z"))).isEqualTo(SHRUNK);
        release();
        assertThat(reason(ministry.day("2023-06-16T09:00:00Z"))).isNull();
        assertThat(memories()).extracting(GroupMemory::usual).containsExactly(6L);
    }

    @Test
    void the_release_of_another_guard_takes_no_size_for_the_usual_one() {
        ministry.change("    review:", "    guard: {maxSelected: 0}\n    review:");
        assertThat(reason(ministry.begin())).startsWith("guard maxSelected");
        owners(ministry.organisation(), 1);
        ministry.day("2023-06-14T09:00:00Z");
        release();
        assertThat(reason(ministry.day("2023-06-15T09:00:00Z"))).isEqualTo(SHRUNK);
    }

    @Test
    void while_the_accounts_cannot_be_read_its_size_is_kept() {
        ministry.begin();
        ministry.gitHubAnswers(Reply.json(503, "{\"message\":\"unavailable\"}"));
        ministry.day("2023-06-14T09:00:00Z");
        assertThat(memories()).extracting(GroupMemory::usual).containsExactly(6L);
    }

    @Test
    void each_application_counts_by_itself() {
        StandInOrganization second = ministry.addOrganisation("justice-data");
        owners(second, 5);
        ministry.begin();
        owners(second, 1);
        assertThat(reason(ministry.day("2023-06-14T09:00:00Z")))
                .isEqualTo(SHRUNK.replace("ministryofjustice", "justice-data"));
        assertThat(memories())
                .extracting(GroupMemory::application, GroupMemory::usual)
                .containsExactly(tuple("github/justice-data", 6L), tuple("github/ministryofjustice", 6L));
    }

    @Test
    void one_whose_last_day_is_over_is_not_watched() {
        ministry.change("groups: [Org-Owner]", "groups: [{group: Org-Owner, until: 2023-06-13}]");
        ministry.begin();
        owners(ministry.organisation(), 1);
        assertThat(reason(ministry.day("2023-06-14T09:00:00Z"))).isNull();
    }
}
