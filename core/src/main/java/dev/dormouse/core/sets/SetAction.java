package dev.dormouse.core.sets;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of a set. Whoever was not tested stays in it, or out of it. */
public enum SetAction {
    ADD,
    REMOVE,
    REPLACE,
    INTERSECT,
    EXCLUDE,
    EXCLUDEALL,
    INVERT;

    /** The action with this {@link #word}; null where there is none. */
    public static @Nullable SetAction find(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    /** As documents and data files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody who is neither in the set nor meant can come into it. */
    public boolean asksForEverybody() {
        return this == EXCLUDEALL || this == INVERT;
    }

    /**
     * The members afterwards.
     *
     * @param before the members now
     * @param tested everybody about whom it is known whether they are meant
     * @param matched those of them who are
     */
    public Set<String> apply(Set<String> before, Set<String> tested, Set<String> matched) {
        Set<String> after = new HashSet<>(before);
        switch (this) {
            case ADD -> after.addAll(matched);
            case REMOVE -> after.removeAll(matched);
            case REPLACE -> {
                after.removeIf(one -> tested.contains(one) && !matched.contains(one));
                after.addAll(matched);
            }
            case INTERSECT -> after.removeIf(one -> tested.contains(one) && !matched.contains(one));
            case EXCLUDE ->
                matched.forEach(one -> {
                    if (!after.remove(one)) {
                        after.add(one);
                    }
                });
            case EXCLUDEALL -> {
                after.removeAll(matched);
                after.addAll(without(tested, before));
            }
            case INVERT -> {
                after.removeAll(matched);
                after.addAll(without(tested, matched));
            }
        }
        return after;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(one -> !some.contains(one)).collect(Collectors.toSet());
    }
}
