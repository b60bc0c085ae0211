package dev.dormouse.connectors.files.mapping;

import java.util.Arrays;
import java.util.List;

/**
 * Something that holds for a record or does not: one of several alternatives, each of which asks several places. In arrays,
 * as several conditions are asked of every record of a log.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Condition(Alternative[] alternatives) {

    static final Condition NEVER = of(List.of());

    static Condition of(List<Alternative> alternatives) {
        return new Condition(alternatives.toArray(Alternative[]::new));
    }

    boolean isSet() {
        return alternatives.length > 0;
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
                if (values.isThere(test.slot())) {
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
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Alternative(Test[] tests) {

        static Alternative of(List<Test> tests) {
            return new Alternative(tests.toArray(Test[]::new));
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
            return Arrays.stream(tests).mapToInt(Test::weight).sum();
        }
    }

    /** @param wanted any of them, and none of the {@code unwanted}; empty for anything that is not unwanted */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Test(int slot, Glob[] wanted, Glob[] unwanted) {

        static Test of(int slot, List<Glob> wanted, List<Glob> unwanted) {
            return new Test(slot, wanted.toArray(Glob[]::new), unwanted.toArray(Glob[]::new));
        }

        boolean holds(Values values) {
            if (values.isSingle(slot)) {
                String value = values.first(slot);
                return value == null ? wanted.length == 0 : holds(value);
            }
            List<String> all = values.all(slot);
            for (String value : all) {
                if (matches(unwanted, value)) {
                    return false;
                }
            }
            return wanted.length == 0 || all.stream().anyMatch(value -> matches(wanted, value));
        }

        private boolean holds(String value) {
            return !matches(unwanted, value) && (wanted.length == 0 || matches(wanted, value));
        }

        /** A place that must hold a certain value says more than one that must merely be there. */
        int weight() {
            boolean certain = Arrays.stream(wanted).noneMatch(Glob::isAnything);
            return wanted.length == 0 ? 1 : certain ? 3 : 2;
        }

        private static boolean matches(Glob[] patterns, String value) {
            for (Glob pattern : patterns) {
                if (pattern.matches(value)) {
                    return true;
                }
            }
            return false;
        }
    }
}
