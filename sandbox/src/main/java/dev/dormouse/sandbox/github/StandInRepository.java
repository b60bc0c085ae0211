package dev.dormouse.sandbox.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A repository with its outside collaborators; permissions in the words of REST ({@code pull}, {@code push} ...). */
final class StandInRepository {

    private final long id;
    private final String name;
    private final Map<Long, String> collaborators = new LinkedHashMap<>();
    private final List<Invitation> invitations = new ArrayList<>();

    StandInRepository(long id, String name) {
        this.id = id;
        this.name = name;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    synchronized void put(long userId, String permission) {
        collaborators.put(userId, permission);
    }

    synchronized void remove(long userId) {
        collaborators.remove(userId);
        invitations.removeIf(invitation -> invitation.invitee().id() == userId);
    }

    synchronized @Nullable String permission(long userId) {
        return collaborators.get(userId);
    }

    synchronized List<Long> collaborators() {
        return List.copyOf(collaborators.keySet());
    }

    synchronized List<Invitation> invitations() {
        return List.copyOf(invitations);
    }

    synchronized Invitation invite(StandInUser user, String permission, Instant at) {
        invitations.removeIf(invitation -> invitation.invitee().id() == user.id());
        Invitation invitation = new Invitation(id * 100 + invitations.size(), user, permission, at);
        invitations.add(invitation);
        return invitation;
    }

    synchronized void accept(long userId) {
        for (Invitation invitation : List.copyOf(invitations)) {
            if (invitation.invitee().id() == userId) {
                collaborators.put(userId, invitation.permission());
                invitations.remove(invitation);
            }
        }
    }

    /** An open invitation to the repository. */
    record Invitation(long id, StandInUser invitee, String permission, Instant created) {}
}
