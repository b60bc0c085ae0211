package dev.dormouse.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What becomes of a set.
 *
 * @param set as the document writes it
 * @param added who comes in, sorted
 * @param removed who leaves, sorted
 * @param after the members then, sorted
 * @param obstacle why the set is left as it is; empty for nothing
 * @param remarks what its system told when it was changed
 */
public record SetChange(
        String set,
        List<String> added,
        List<String> removed,
        List<String> after,
        String obstacle,
        List<String> remarks) {

    private static final int SHOWN = 10;

    public SetChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        after = List.copyOf(after);
        remarks = List.copyOf(remarks);
    }

    /** A change that is not made yet. */
    public SetChange(String set, List<String> added, List<String> removed, List<String> after, String obstacle) {
        this(set, added, removed, after, obstacle, List.of());
    }

    public static SetChange none(String set, String obstacle) {
        return new SetChange(set, List.of(), List.of(), List.of(), obstacle);
    }

    SetChange done(List<String> told) {
        return new SetChange(set, added, removed, after, obstacle, told);
    }

    /** How many accounts come in or leave. */
    public long size() {
        return (long) added.size() + removed.size();
    }

    /** {@code 2 come in (ann, bob), 1 leaves (carl)}. */
    public String words() {
        if (!obstacle.isEmpty()) {
            return "the set " + set + " is left as it was: " + obstacle;
        }
        return "the set " + set + ": "
                + (size() == 0
                        ? "nobody comes in or leaves"
                        : added.size() + " come in" + names(added) + ", " + removed.size() + " leave" + names(removed))
                + "; " + after.size() + " members"
                + remarks.stream().map(remark -> "; " + remark).collect(Collectors.joining());
    }

    private static String names(List<String> logins) {
        return logins.isEmpty()
                ? ""
                : logins.stream()
                        .limit(SHOWN)
                        .collect(Collectors.joining(", ", " (", logins.size() > SHOWN ? ", ...)" : ")"));
    }
}
