package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every account of generated populations, judged by the statement and by the rules in Java. */
class SqlEqualsJavaTest {

    private static final int ACCOUNTS = 120;
    private static final int WORKFLOWS_PER_POPULATION = 30;
    private static final Map<Answer, Integer> SEEN = new EnumMap<>(Answer.class);

    @AfterAll
    static void every_answer_was_given_often_enough_to_mean_something() {
        for (Answer answer : Answer.values()) {
            assertThat(SEEN.getOrDefault(answer, 0))
                    .as("accounts that are %s", answer)
                    .isGreaterThan(2_000);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_statement_and_the_rules_in_java_agree_in_answer_and_evidence(long seed) {
        Generator generator = new Generator(seed);
        Population population = generator.population(ACCOUNTS);
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            population.fill(store);
            for (int number = 0; number < WORKFLOWS_PER_POPULATION; number++) {
                Question question = generator.question(population, ACCOUNTS);
                compare(store, population, question, "seed " + seed + ", workflow " + number);
            }
        }
    }

    private static void compare(DuckDbObservations store, Population population, Question question, String which) {
        List<Judged> expected = new Reference(population, question).judge();
        expected.forEach(one -> SEEN.merge(one.answer(), 1, Integer::sum));

        List<Judged> streamed = new ArrayList<>();
        Tally tally = store.judge(question, streamed::add);
        same(
                streamed,
                expected.stream().filter(one -> one.answer() != Answer.ACTIVE).toList(),
                question,
                which);
        assertThat(tally).as(which).isEqualTo(tally(expected));

        List<SubjectKey> wanted = expected.stream().map(Judged::key).toList();
        same(store.judge(question, wanted), expected, question, which + ", one by one");
        assertThat(store.unmatched(question)).as(which).isEqualTo(unmatched(population, question));
    }

    /** Names the first difference instead of printing two lists of hundreds. */
    private static void same(List<Judged> found, List<Judged> expected, Question question, String which) {
        for (int place = 0; place < Math.min(found.size(), expected.size()); place++) {
            assertThat(found.get(place))
                    .as("%s: %s", which, question.workflow().selection())
                    .isEqualTo(expected.get(place));
        }
        assertThat(found).as(which).hasSameSizeAs(expected);
    }

    private static Tally tally(List<Judged> judged) {
        Map<Answer, Long> counts = new EnumMap<>(Answer.class);
        judged.forEach(one -> counts.merge(one.answer(), 1L, Long::sum));
        return new Tally(
                counts.getOrDefault(Answer.DORMANT, 0L),
                counts.getOrDefault(Answer.ACTIVE, 0L),
                counts.getOrDefault(Answer.EXEMPT, 0L),
                counts.getOrDefault(Answer.UNKNOWN, 0L));
    }

    private static List<Exemption> unmatched(Population population, Question question) {
        List<Exemption> unmatched = new ArrayList<>();
        for (Exemption entry : question.workflow().exemptions().entries()) {
            boolean found = question.workflow().applications().stream()
                    .anyMatch(application -> population.accounts.getOrDefault(application, List.of()).stream()
                            .anyMatch(account -> {
                                SubjectKey key = new SubjectKey(application, account.login());
                                return Reference.matches(entry, key, account, population.holds(key, account));
                            }));
            if (!found) {
                unmatched.add(entry);
            }
        }
        return unmatched;
    }
}
