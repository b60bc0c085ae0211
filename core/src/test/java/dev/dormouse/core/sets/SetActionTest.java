package dev.dormouse.core.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The seven formulas, over a set T, those that are meant M, and the tested E. */
class SetActionTest {

    /** T is a, b and x; E is a, b, c, d; M is b and c. Of x nothing is known. */
    @ParameterizedTest
    @CsvSource({
        "ADD, a b c x",
        "REMOVE, a x",
        "REPLACE, b c x",
        "INTERSECT, b x",
        "EXCLUDE, a c x",
        "EXCLUDEALL, a c d x",
        "INVERT, a d x"
    })
    void each_action_has_its_formula_and_leaves_the_unknown_where_they_are(SetAction action, String members) {
        Set<String> after = action.apply(Set.of("a", "b", "x"), Set.of("a", "b", "c", "d"), Set.of("b", "c"));
        assertThat(String.join(" ", new TreeSet<>(after))).isEqualTo(members);
    }

    @ParameterizedTest
    @EnumSource
    void whatever_the_sets_nobody_unknown_is_moved(SetAction action) {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Set<String> before = some(random, (one, chance) -> chance);
            Set<String> tested = some(random, (one, chance) -> chance);
            Set<String> matched = some(random, (one, chance) -> chance && tested.contains(one));
            Set<String> after = action.apply(before, tested, matched);
            for (String one : "abcdefgh".split("", -1)) {
                if (!tested.contains(one)) {
                    assertThat(after.contains(one)).as("seed %d, %s", seed, one).isEqualTo(before.contains(one));
                }
            }
        }
    }

    private static Set<String> some(Random random, BiPredicate<String, Boolean> chosen) {
        Set<String> some = new HashSet<>();
        for (String one : "abcdefgh".split("", -1)) {
            if (!one.isEmpty() && chosen.test(one, random.nextBoolean())) {
                some.add(one);
            }
        }
        return some;
    }

    @Test
    void words_are_those_of_the_data_files() {
        assertThat(Arrays.stream(SetAction.values()).map(SetAction::word))
                .containsExactly("add", "remove", "replace", "intersect", "exclude", "excludeall", "invert");
        assertThat(SetAction.find("excludeall")).isEqualTo(SetAction.EXCLUDEALL);
        assertThat(SetAction.find("EXCLUDEALL")).isNull();
    }
}
