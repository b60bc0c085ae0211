package dev.dormouse.sac;

import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.GroupRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The teams as the rows so far left them. */
final class Teams {

    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, String> changed = new HashMap<>();

    Teams(Map<String, GroupRecord> teams) {
        teams.forEach((name, team) -> members.put(name, Set.copyOf(team.members())));
    }

    /** Null where there is no such team. */
    @Nullable
    Set<String> find(String team) {
        return members.get(team);
    }

    /** A team that is not there is made, with nobody in it. */
    Set<String> members(String team) {
        return members.getOrDefault(team, Set.of());
    }

    void become(String team, Set<String> after) {
        members.put(team, after);
        changed.put("team:" + team, team);
    }

    /** What a user holds. The listing tells the teams that no row has changed. */
    List<String> heldBy(AccountRecord user) {
        if (changed.isEmpty()) {
            return user.holds();
        }
        List<String> holds = new ArrayList<>(user.holds());
        holds.removeIf(changed::containsKey);
        changed.forEach((entitlement, team) -> {
            if (members(team).contains(user.login())) {
                holds.add(entitlement);
            }
        });
        return holds;
    }
}
