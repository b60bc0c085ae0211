package dev.dormouse.connectors.files.mapping;

import java.util.List;
import java.util.regex.Pattern;

/** Something that holds for a record or does not: one of several alternatives, each of which asks several places. */
record Condition(List<Alternative> alternatives) {

    static final Condition NEVER = new Condition(List.of());

    Condition {
        alternatives = List.copyOf(alternatives);
    }

    boolean isSet() {
        return !alternatives.isEmpty();
    }

    boolean holds(Values values) {
        for (Alternative one : alternatives) {
            if (one.holds(values)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the record has a value at any place that is asked. */
    boolean speaks(Values values) {
        for (Alternative one : alternatives) {
            for (Test test : one.tests()) {
                if (values.first(test.slot()) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How much the best alternative that holds asks for; 0 where none holds. */
    int weight(Values values) {
        int best = 0;
        for (Alternative one : alternatives) {
            if (one.holds(values)) {
                best = Math.max(best, one.weight());
            }
        }
        return best;
    }

    /** All of the tests. */
    record Alternative(List<Test> tests) {

        Alternative {
            tests = List.copyOf(tests);
        }

        boolean holds(Values values) {
            for (Test test : tests) {
                if (!test.holds(values)) {
                    return false;
                }
            }
            return true;
        }

        int weight() {
            return tests.stream().mapToInt(Test::weight).sum();
        }
    }

    /** @param wanted any of them, and none of the {@code unwanted}; empty for anything that is not unwanted */
    record Test(int slot, List<Pattern> wanted, List<Pattern> unwanted) {

        Test {
            wanted = List.copyOf(wanted);
            unwanted = List.copyOf(unwanted);
        }

        boolean holds(Values values) {
            List<String> all = values.all(slot);
            for (String value : all) {
                if (matches(unwanted, value)) {
                    return false;
                }
            }
            return wanted.isEmpty() || all.stream().anyMatch(value -> matches(wanted, value));
        }

        /** A place that must hold a certain value says more than one that must merely be there. */
        int weight() {
            boolean certain =
                    wanted.stream().noneMatch(pattern -> pattern.pattern().equals(".*"));
            return wanted.isEmpty() ? 1 : certain ? 3 : 2;
        }

        private static boolean matches(List<Pattern> patterns, String value) {
            for (Pattern pattern : patterns) {
                if (pattern.matcher(value).matches()) {
                    return true;
                }
            }
            return false;
        }
    }
}
