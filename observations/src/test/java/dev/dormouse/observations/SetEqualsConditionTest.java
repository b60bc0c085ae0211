package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Judge;
import dev.dormouse.core.judging.SubjectEvidence;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Selection.Purpose;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Selections whose answers are kept as a set, over generated conditions and populations with young and kept accounts: SQL
 * and Java agree, and where the condition decides alone, the answer is what CEL says of it.
 */
class SetEqualsConditionTest {

    private static int alone;
    private static int protectedInCases;
    private static int protectedByWindow;

    @AfterAll
    static void protection_would_have_mattered_often_enough_to_mean_something() {
        assertThat(alone).as("answers of conditions alone").isGreaterThan(1_000);
        assertThat(protectedInCases)
                .as("of them protected in a workflow with cases")
                .isGreaterThan(100);
        assertThat(protectedByWindow).as("protected by a window beside it").isGreaterThan(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void a_set_is_what_its_condition_says_in_sql_in_java_and_in_cel(long seed) {
        EventfulGenerator generator = new EventfulGenerator(seed);
        Population population = generator.population(40);
        try (DuckDbObservations store = DuckDbObservations.inMemory()) {
            population.fill(store);
            for (Condition condition : SqlEqualsCel.conditions(generator, 25)) {
                Question cases = withFloors(generator.question(population, condition), population, generator);
                compare(store, population, cases, "seed " + seed);
            }
        }
    }

    private static void compare(DuckDbObservations store, Population population, Question cases, String which) {
        Question set = keptAsSet(cases);
        Selection selection = set.workflow().selection();
        Map<SubjectKey, Judged> known = new Reference(population, set)
                .judge().stream().collect(Collectors.toMap(Judged::key, Function.identity()));
        for (Judged one : store.judge(set, List.copyOf(known.keySet()))) {
            String label = "%s: %s of %s".formatted(which, one, selection);
            assertThat(one.answer()).as(label).isEqualTo(inJava(set, one, one.evidence()));
            Answer inCases = inJava(cases, one, one.evidence());
            if (selection.conditionAlone()) {
                Judged plain = Objects.requireNonNull(known.get(one.key()));
                assertThat(one.answer()).as(label).isEqualTo(inCel(selection.when(), population, set, plain));
                alone++;
                protectedInCases += one.answer() == inCases ? 0 : 1;
            } else {
                assertThat(one.answer()).as(label).isEqualTo(inCases);
                protectedByWindow += one.answer() == inJava(set, one, ageless(one)) ? 0 : 1;
            }
        }
    }

    private static Answer inJava(Question question, Judged one, SubjectEvidence evidence) {
        Selection selection = question.workflow().selection();
        return new Judge(selection, question.now(), Workflows.LONDON)
                .judge(one.key().application(), evidence)
                .answer();
    }

    private static Answer inCel(@Nullable Condition when, Population population, Question question, Judged one) {
        Boolean truth = Objects.requireNonNull(when)
                .evaluate(new ReferenceFacts(population, question, one))
                .truth();
        return truth == null ? Answer.UNKNOWN : truth ? Answer.DORMANT : Answer.ACTIVE;
    }

    /** The same evidence without anything that inactivity would have to be younger than. */
    private static SubjectEvidence ageless(Judged one) {
        SubjectEvidence evidence = one.evidence();
        return new SubjectEvidence(null, null, evidence.exemptedBy(), evidence.bySource(), evidence.asked());
    }

    private static Question keptAsSet(Question question) {
        Selection selection = question.workflow().selection();
        Selection kept = new Selection(
                selection.sources(),
                selection.combine(),
                selection.neverActive(),
                selection.holding(),
                selection.when(),
                selection.ignoring(),
                selection.subject(),
                Purpose.SET);
        return new Question(
                Workflows.of(question.workflow().applications(), kept, new Exemptions(List.of())),
                question.now(),
                question.health(),
                question.floors());
    }

    private static Question withFloors(Question question, Population population, EventfulGenerator generator) {
        Map<SubjectKey, Floor> floors = new HashMap<>();
        population.accounts.forEach((application, listed) -> listed.forEach(account -> {
            if (generator.random.nextInt(4) == 0) {
                Duration ago = Duration.ofHours(generator.random.nextInt(24 * 120));
                floors.put(
                        new SubjectKey(application, Population.lower(account.login())),
                        new Floor(question.now().minus(ago), "kept"));
            }
        }));
        return new Question(question.workflow(), question.now(), question.health(), floors);
    }
}
