package dev.dormouse.sac;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of a team. Whoever was not tested stays in it, or out of it. */
public enum Operation {
    ADD,
    REMOVE,
    REPLACE,
    INTERSECT,
    EXCLUDE,
    EXCLUDEALL,
    INVERT;

    /** The operations of one team on another. */
    static final List<Operation> ON_TEAMS = List.of(ADD, REMOVE, REPLACE, INTERSECT, EXCLUDE);

    static @Nullable Operation find(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** As a data file writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The members afterwards.
     *
     * @param before the members now
     */
    Set<String> apply(Set<String> before, Selection selection) {
        Set<String> matched = selection.matched();
        Set<String> after = new HashSet<>(before);
        switch (this) {
            case ADD -> after.addAll(matched);
            case REMOVE -> after.removeAll(matched);
            case REPLACE -> {
                after.removeIf(one -> selection.tested().contains(one) && !matched.contains(one));
                after.addAll(matched);
            }
            case INTERSECT -> after.removeIf(one -> selection.tested().contains(one) && !matched.contains(one));
            case EXCLUDE ->
                matched.forEach(one -> {
                    if (!after.remove(one)) {
                        after.add(one);
                    }
                });
            case EXCLUDEALL -> {
                after.removeAll(matched);
                after.addAll(without(selection.tested(), before));
            }
            case INVERT -> {
                after.removeAll(matched);
                after.addAll(without(selection.tested(), matched));
            }
        }
        if (this == ADD || this == REPLACE || this == EXCLUDE) {
            after.addAll(selection.named());
        }
        return after;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(one -> !some.contains(one)).collect(Collectors.toSet());
    }

    /**
     * Who is meant.
     *
     * @param tested everybody about whom it is known whether they are meant
     * @param matched those of them who are
     * @param named users that are put in although they were not tested, and never taken out
     */
    record Selection(Set<String> tested, Set<String> matched, Set<String> named) {

        /** One team: its members are meant and nobody else. */
        static Selection ofTeam(Set<String> source, Set<String> target) {
            Set<String> tested = new HashSet<>(source);
            tested.addAll(target);
            return new Selection(tested, source, Set.of());
        }
    }
}
