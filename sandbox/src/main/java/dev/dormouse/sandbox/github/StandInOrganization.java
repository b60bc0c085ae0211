package dev.dormouse.sandbox.github;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One organisation of the stand-in. Thread-safe. Logins compare without case. */
public final class StandInOrganization {

    private final String login;
    private final long id;
    private final Directory directory;
    private final Clock clock;
    private final StandInAuditLog auditLog = new StandInAuditLog();
    private final Map<Long, StandInMembership> members = new LinkedHashMap<>();
    private final Map<String, StandInTeam> teams = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Map<String, StandInRepository> repositories = new LinkedHashMap<>();
    private final Invitations invitations;
    private final Map<Long, List<String>> emails = new LinkedHashMap<>();
    private final Map<String, Integer> removals = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long nextId;

    StandInOrganization(String login, long id, Directory directory, Clock clock) {
        this.login = login;
        this.id = id;
        this.directory = directory;
        this.clock = clock;
        this.nextId = id * 1000;
        this.invitations = new Invitations(clock);
    }

    public String login() {
        return login;
    }

    public StandInUser addMember(String userLogin) {
        return add(userLogin, "member", true, List.of());
    }

    public StandInUser addOwner(String userLogin) {
        return add(userLogin, "admin", true, List.of());
    }

    /** A member who is one through enterprise teams, and directly as well. */
    public StandInUser addMemberThroughEnterpriseTeam(String userLogin, String... teamSlugs) {
        return add(userLogin, "member", true, List.of(teamSlugs));
    }

    private synchronized StandInUser add(String userLogin, String role, boolean direct, List<String> enterpriseTeams) {
        StandInUser user = directory.user(userLogin);
        members.put(user.id(), new StandInMembership(user, role, "active", direct, enterpriseTeams));
        return user;
    }

    /** @param role {@code member} or {@code maintainer} */
    public synchronized void addToTeam(String slug, String userLogin, String role) {
        teams.computeIfAbsent(slug, name -> new StandInTeam(nextId++, name))
                .put(directory.user(userLogin).id(), role);
    }

    /** A team without anybody in it. */
    public synchronized void addTeam(String slug) {
        teams.computeIfAbsent(slug, name -> new StandInTeam(nextId++, name));
    }

    /** Makes one team the child of another; its members are then shown there too. */
    public synchronized void nest(String childSlug, String parentSlug) {
        parents.put(childSlug, parentSlug);
    }

    /** What somebody else would do on GitHub's pages. */
    public synchronized void removeTeam(String slug) {
        teams.remove(slug);
    }

    public synchronized void addRepository(String name) {
        repositories.computeIfAbsent(name, key -> new StandInRepository(nextId++, key));
    }

    /** @param permission {@code pull}, {@code triage}, {@code push}, {@code maintain} or {@code admin} */
    public synchronized StandInUser addCollaborator(String userLogin, String repository, String permission) {
        StandInUser user = directory.user(userLogin);
        addRepository(repository);
        repository(repository).put(user.id(), permission);
        return user;
    }

    public synchronized void addVerifiedEmail(String userLogin, String email) {
        emails.computeIfAbsent(directory.user(userLogin).id(), key -> new ArrayList<>())
                .add(email);
    }

    /** @param action such as {@code repo.create}, or {@code git.push} for a git event */
    public void addEvent(String actor, String action, Instant at) {
        auditLog.add(actor, action, at);
    }

    /** The person did something on GitHub's pages just now. */
    public void makeActive(String userLogin) {
        addEvent(directory.user(userLogin).login(), "repo.create", clock.instant());
    }

    /** The person accepts what they were invited to: the organisation, and its repositories. */
    public synchronized void acceptInvitations(String userLogin) {
        StandInUser user = directory.user(userLogin);
        repositories.values().forEach(repository -> repository.accept(user.id()));
        StandInInvitation invitation = invitations.take(user);
        if (invitation == null) {
            return;
        }
        Invitations.Former was = invitations.takeFormer(user);
        if (invitation.role().equals("reinstate") && was != null) {
            add(user.login(), was.role(), true, List.of());
            was.teams().forEach((slug, role) -> addToTeam(slug, user.login(), role));
            return;
        }
        add(user.login(), invitation.role().equals("admin") ? "admin" : "member", true, List.of());
        teams.values().stream()
                .filter(team -> invitation.teamIds().contains(team.id()))
                .forEach(team -> team.put(user.id(), "member"));
    }

    /** An owner removes the member on GitHub's pages; not counted among the removals that were asked for here. */
    public void removeByHand(String userLogin) {
        removeMember(directory.user(userLogin));
    }

    /** An owner invites a former member on GitHub's pages. */
    public void inviteByHand(String userLogin) {
        invite(directory.user(userLogin), "reinstate", List.of());
    }

    /** GitHub lets an invitation go after seven days. */
    public synchronized void expireInvitations() {
        invitations.clear();
    }

    public synchronized boolean isMember(String userLogin) {
        StandInUser user = directory.find(userLogin);
        return user != null && members.containsKey(user.id());
    }

    public synchronized boolean isCollaborator(String userLogin) {
        StandInUser user = directory.find(userLogin);
        return user != null && outsideCollaborators().contains(user);
    }

    public synchronized @Nullable String teamRole(String slug, String userLogin) {
        StandInTeam team = teams.get(slug);
        return team == null ? null : team.role(directory.user(userLogin).id());
    }

    public synchronized @Nullable String role(String userLogin) {
        StandInMembership membership = members.get(directory.user(userLogin).id());
        return membership == null ? null : membership.role();
    }

    /** Open invitations to the organisation, oldest first. */
    public synchronized List<StandInInvitation> invitations() {
        return invitations.open();
    }

    /** How many removals of each login were asked for; nobody may ever have two without a return between them. */
    public synchronized Map<String, Integer> removals() {
        Map<String, Integer> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(removals);
        return copy;
    }

    synchronized void countRemoval(String userLogin) {
        removals.merge(userLogin, 1, Integer::sum);
    }

    long id() {
        return id;
    }

    StandInAuditLog auditLog() {
        return auditLog;
    }

    synchronized List<StandInMembership> members() {
        return List.copyOf(members.values());
    }

    synchronized @Nullable StandInMembership membership(StandInUser user) {
        StandInMembership membership = members.get(user.id());
        if (membership == null && findInvitation(user) != null) {
            return new StandInMembership(user, "member", "pending", true, List.of());
        }
        return membership;
    }

    synchronized boolean isLastOwner(StandInUser user) {
        return members.values().stream().filter(m -> m.role().equals("admin")).allMatch(m -> m.user() == user);
    }

    synchronized void setRole(StandInUser user, String role) {
        members.computeIfPresent(user.id(), (key, membership) -> membership.withRole(role));
    }

    synchronized void removeMember(StandInUser user) {
        StandInMembership membership = members.remove(user.id());
        if (membership == null) {
            return;
        }
        Map<String, String> held = new LinkedHashMap<>();
        for (StandInTeam team : teams.values()) {
            String role = team.remove(user.id());
            if (role != null) {
                held.put(team.slug(), role);
            }
        }
        invitations.remember(user, membership.role(), held);
        if (!membership.enterpriseTeams().isEmpty()) {
            members.put(user.id(), membership.indirect());
        }
    }

    synchronized boolean canReinstate(StandInUser user) {
        return invitations.canReinstate(user);
    }

    synchronized StandInInvitation invite(StandInUser user, String role, List<Long> teamIds) {
        return invitations.add(nextId++, user, role, teamIds);
    }

    synchronized @Nullable StandInInvitation findInvitation(StandInUser user) {
        return invitations.find(user);
    }

    synchronized @Nullable StandInTeam team(String slug) {
        return teams.get(slug);
    }

    synchronized List<StandInTeam> childrenOf(StandInTeam team) {
        return teams.values().stream()
                .filter(child -> team.slug().equals(parents.get(child.slug())))
                .toList();
    }

    synchronized List<StandInTeam> teamsOf(StandInUser user) {
        return teams.values().stream().filter(t -> t.role(user.id()) != null).toList();
    }

    synchronized List<StandInRepository> repositories() {
        return List.copyOf(repositories.values());
    }

    synchronized @Nullable StandInRepository findRepository(String name) {
        return repositories.get(name);
    }

    private StandInRepository repository(String name) {
        return repositories.computeIfAbsent(name, key -> new StandInRepository(nextId++, key));
    }

    synchronized List<StandInUser> outsideCollaborators() {
        return repositories.values().stream()
                .flatMap(repository -> repository.collaborators().stream())
                .distinct()
                .filter(user -> !members.containsKey(user))
                .map(directory::find)
                .filter(Objects::nonNull)
                .toList();
    }

    synchronized List<String> emails(StandInUser user) {
        return List.copyOf(emails.getOrDefault(user.id(), List.of()));
    }
}
