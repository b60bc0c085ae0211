package dev.dormouse.sac;

import dev.dormouse.core.sets.SetAction;
import java.util.HashSet;
import java.util.Set;

/**
 * Who is meant.
 *
 * @param tested everybody about whom it is known whether they are meant
 * @param matched those of them who are
 * @param named users that are put in although they were not tested, and never taken out
 */
record Meant(Set<String> tested, Set<String> matched, Set<String> named) {

    /** One team: its members are meant and nobody else. */
    static Meant ofTeam(Set<String> source, Set<String> target) {
        Set<String> tested = new HashSet<>(source);
        tested.addAll(target);
        return new Meant(tested, source, Set.of());
    }

    /** The members of a team afterwards. */
    Set<String> after(SetAction action, Set<String> before) {
        Set<String> after = action.apply(before, tested, matched);
        if (action == SetAction.ADD || action == SetAction.REPLACE || action == SetAction.EXCLUDE) {
            after.addAll(named);
        }
        return after;
    }
}
