package dev.dormouse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final List<Instant> EXPORTS = List.of(
            Calendar.FIRST_EXPORTS,
            Calendar.REMINDER_EXPORTS,
            Calendar.LAST_REMINDER_EXPORTS,
            Calendar.NEW_EXPORTS,
            Calendar.LAST_EXPORTS);

    private final Population population = Population.generate();

    @Test
    void there_are_two_thousand_people_and_a_bot_and_some_are_in_both_organisations() {
        assertThat(population.people()).hasSize(2_001).extracting(Person::login).doesNotHaveDuplicates();
        assertThat(population.people().getFirst().login()).isEqualTo("user-0001");
        assertThat(population.people())
                .filteredOn(one -> one.organizations().size() == 2)
                .hasSize(200);
    }

    @Test
    void every_run_has_the_same_people() {
        assertThat(Population.generate().people()).isEqualTo(population.people());
    }

    @Test
    void auth0_lists_fewer_users_than_its_ceiling() {
        assertThat(population.people()).filteredOn(Person::usesAuth0).hasSizeBetween(100, 999);
    }

    @Test
    void who_is_active_was_seen_within_a_month_of_every_export() {
        for (Instant now : EXPORTS) {
            assertThat(population.with(Habit.ACTIVE))
                    .allSatisfy(one -> assertThat(Life.lastUse(one, now))
                            .isBeforeOrEqualTo(now)
                            .isAfter(now.minus(Duration.ofDays(31))));
        }
    }

    /** The same report again would count as no newer than when it was first seen. */
    @Test
    void the_dormant_report_is_another_one_on_each_day() {
        List<List<String>> reports = EXPORTS.stream()
                .map(now -> population.people().stream()
                        .filter(one -> Life.isDormantForGitHub(one, now))
                        .map(Person::login)
                        .toList())
                .toList();

        assertThat(reports).doesNotHaveDuplicates();
    }
}
