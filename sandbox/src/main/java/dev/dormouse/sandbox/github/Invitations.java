package dev.dormouse.sandbox.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Open invitations, and what is kept of former members. Guarded by the organisation. */
final class Invitations {

    private static final Duration KEPT = Duration.ofDays(90);

    private final Clock clock;
    private final Map<Long, StandInInvitation> byInvitee = new LinkedHashMap<>();
    private final Map<Long, Former> former = new LinkedHashMap<>();

    Invitations(Clock clock) {
        this.clock = clock;
    }

    StandInInvitation add(long id, StandInUser user, String role, List<Long> teamIds) {
        StandInInvitation invitation = new StandInInvitation(id, user, role, teamIds, clock.instant());
        byInvitee.put(user.id(), invitation);
        return invitation;
    }

    List<StandInInvitation> open() {
        return List.copyOf(byInvitee.values());
    }

    @Nullable
    StandInInvitation find(StandInUser user) {
        return byInvitee.get(user.id());
    }

    @Nullable
    StandInInvitation take(StandInUser user) {
        return byInvitee.remove(user.id());
    }

    void clear() {
        byInvitee.clear();
    }

    void remember(StandInUser user, String role, Map<String, String> teams) {
        former.put(user.id(), new Former(role, teams, clock.instant()));
    }

    boolean canReinstate(StandInUser user) {
        Former was = former.get(user.id());
        return was != null && clock.instant().isBefore(was.removed().plus(KEPT));
    }

    @Nullable
    Former takeFormer(StandInUser user) {
        return former.remove(user.id());
    }

    record Former(String role, Map<String, String> teams, Instant removed) {}
}
