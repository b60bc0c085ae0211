package dev.dormouse.sandbox.github;

import java.time.Instant;
import java.util.List;

/** An open invitation to an organisation. */
public record StandInInvitation(long id, StandInUser invitee, String role, List<Long> teamIds, Instant created) {}
