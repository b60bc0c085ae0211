package dev.dormouse.connectors.files.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Places where a value may be; the first that has one wins.
 *
 * @param without values that stand for nobody, such as {@code unknown}; without case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Candidates(Candidate[] places, String[] without) {

    static final Candidates NONE = of(List.of(), List.of());

    static Candidates of(List<Candidate> places, List<String> without) {
        return new Candidates(places.toArray(Candidate[]::new), without.toArray(String[]::new));
    }

    @Nullable
    String first(Values values) {
        String best = null;
        int depth = -1;
        for (Candidate place : places) {
            // What lies deeper is the vendor's own, what lies around it the collector's.
            if (values.isThere(place.slot()) && values.depth(place.slot()) > depth && place.applies(values)) {
                String stripped = values.text(place.slot()).strip();
                if (!stands(stripped)) {
                    best = stripped;
                    depth = values.depth(place.slot());
                    if (depth == values.deepest()) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /** The place that {@link #first} takes its value from, where no value stands for nobody; -1 for none. */
    int place(Values values) {
        int best = -1;
        for (Candidate place : places) {
            int slot = place.slot();
            if (values.isThere(slot)
                    && (best < 0 || values.depth(slot) > values.depth(best))
                    && place.applies(values)) {
                best = slot;
                if (values.depth(slot) == values.deepest()) {
                    return best;
                }
            }
        }
        return best;
    }

    /** The first place that has values, with all of them, joined. */
    @Nullable
    String joined(Values values) {
        for (Candidate place : places) {
            int slot = place.slot();
            if (values.isThere(slot) && place.applies(values)) {
                return values.isSingle(slot)
                        ? values.text(slot).strip()
                        : String.join(",", values.all(slot).stream().distinct().toList());
            }
        }
        return null;
    }

    /** The values of all places, each once. */
    List<String> every(Values values) {
        if (places.length == 0) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>();
        for (Candidate place : places) {
            if (place.applies(values)) {
                values.all(place.slot()).forEach(value -> all.add(value.strip()));
            }
        }
        return List.copyOf(all);
    }

    /** Some place has a value, whatever the record is otherwise. */
    boolean anywhere(Values values) {
        for (Candidate place : places) {
            if (values.isThere(place.slot())) {
                return true;
            }
        }
        return false;
    }

    /** Some place holds something that is no plain value. */
    boolean odd(Values values) {
        for (Candidate place : places) {
            if (values.isOdd(place.slot())) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(String value) {
        for (String word : without) {
            if (word.equalsIgnoreCase(value)) {
                return true;
            }
        }
        return false;
    }

    /** @param where looks here only for records of which this holds; unset for all */
    record Candidate(int slot, Condition where) {

        boolean applies(Values values) {
            return !where.isSet() || where.holds(values);
        }
    }
}
