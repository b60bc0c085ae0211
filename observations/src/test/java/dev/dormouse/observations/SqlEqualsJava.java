package dev.dormouse.observations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Judges generated populations by the statement and by the rules in Java, and names the first difference. */
final class SqlEqualsJava {

    private final Map<Answer, Integer> seen = new EnumMap<>(Answer.class);

    int seen(Answer answer) {
        return seen.getOrDefault(answer, 0);
    }

    void compare(Observations store, Population population, Question question, String which) {
        List<Judged> expected = new Reference(population, question).judge();
        expected.forEach(one -> seen.merge(one.answer(), 1, Integer::sum));

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
