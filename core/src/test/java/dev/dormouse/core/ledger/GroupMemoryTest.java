package dev.dormouse.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupMemoryTest {

    private static GroupMemory usually(long accounts) {
        return GroupMemory.of("dormant", "github/acme", "org-owner", accounts);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "1, 0, true", "2, 0, true", "30, 0, true", "0, 0, false",
        "2, 1, false", "3, 1, false", "4, 1, true", "4, 2, false",
        "5, 2, true", "6, 3, false", "30, 14, true", "30, 15, false",
        "30, 30, false", "2, 30, false"
    })
    void a_group_shrinks_sharply_by_losing_everybody_or_more_than_half_and_at_least_three(
            long before, long now, boolean sharply) {
        assertThat(usually(before).hasShrunkSharply(now)).isEqualTo(sharply);
    }

    @Test
    void the_size_that_stopped_the_workflow_is_the_usual_one_once_it_is_accepted() {
        GroupMemory stopped = usually(30).stoppedAt(4);

        assertThat(stopped.usual()).isEqualTo(30);
        assertThat(stopped.accepted()).isEqualTo(usually(4));
        assertThat(usually(30).accepted()).isEqualTo(usually(30));
    }
}
