package dev.dormouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A team whose direct members are replaced: read, everybody in and out one by one, read again. Who is in the team by a child
 * team alone is none of its members here, because nobody can be taken out of it that way.
 */
final class TeamSet {

    private final GitHubClient client;
    private final Members organization;
    private final Teams teams;
    private final String slug;

    TeamSet(GitHubClient client, Members organization, Teams teams, String slug) {
        this.client = client;
        this.organization = organization;
        this.teams = teams;
        this.slug = slug;
    }

    /** The logins of the direct members, in GitHub's order. */
    List<String> fetch() {
        return List.copyOf(fetch("all").values());
    }

    /** Lower case to the login as GitHub writes it. */
    private Map<String, String> fetch(String role) {
        Map<String, String> members = new LinkedHashMap<>();
        client.each(
                teams.path(slug) + "/members?role=" + role + "&per_page=100",
                Members.PERMISSION,
                // GitHub says the same of a team that is hidden from the token, so it is not taken for an empty one.
                "there is no team " + slug + " in " + client.organization()
                        + " that the token can see; make it on GitHub, or write the slug of another in 'output'",
                member -> {
                    if (!inherited(member)) {
                        String login = member.path("login").asText();
                        members.put(lower(login), login);
                    }
                });
        return members;
    }

    /** Where GitHub does not say, the member counts as a direct one, and reading again tells if that was wrong. */
    private static boolean inherited(JsonNode member) {
        return member.path("inherited").asBoolean(false);
    }

    /** What a person should know besides. */
    List<String> replace(List<String> wanted) {
        Map<String, String> present = fetch("all");
        List<String> missing = wanted.stream()
                .filter(login -> !present.containsKey(lower(login)))
                .toList();
        requireMembers(missing);
        Set<String> stay = wanted.stream().map(TeamSet::lower).collect(Collectors.toSet());
        Map<String, String> leaving = new LinkedHashMap<>(present);
        leaving.keySet().removeAll(stay);
        Map<String, String> maintainers = leaving.isEmpty() ? Map.of() : fetch("maintainer");
        confirm(stay, change(missing, leaving.values()));
        return remarks(leaving, maintainers);
    }

    /** Sends everything once; why an answer does not settle what came of it, empty where all answers do. */
    private String change(Collection<String> coming, Collection<String> leaving) {
        try {
            coming.forEach(login -> teams.put(login, slug, "member"));
            leaving.forEach(login -> teams.remove(login, slug));
            return "";
        } catch (ConnectorException e) {
            if (e.code() == GitHubErrorCode.CONNECTION_LOST || e.code() == GitHubErrorCode.SERVER_ERROR) {
                return " (" + e.getMessage() + ")";
            }
            throw e;
        }
    }

    /** To add somebody else to a team is to invite them to the organisation, which no set is meant to do. */
    private void requireMembers(List<String> logins) {
        List<String> strangers = new ArrayList<>();
        for (String login : logins) {
            Members.Membership membership =
                    organization.findMembership(new AccountRef(client.organization(), login, null));
            if (membership == null || !membership.active()) {
                strangers.add(login);
            }
        }
        if (!strangers.isEmpty()) {
            throw new ConnectorException(
                    GitHubErrorCode.REFUSED,
                    new Reaction.Invalid(),
                    "the team " + slug + " was left as it is: " + String.join(", ", strangers)
                            + " would be invited to " + client.organization()
                            + ", being no members of it; write 'holding: [" + AccountListing.MEMBER + "]' in 'select'");
        }
    }

    private void confirm(Set<String> wanted, String doubt) {
        Map<String, String> found = fetch("all");
        Set<String> absent = new TreeSet<>(wanted);
        absent.removeAll(found.keySet());
        Set<String> left = new TreeSet<>(found.keySet());
        left.removeAll(wanted);
        if (absent.isEmpty() && left.isEmpty()) {
            return;
        }
        throw new ConnectorException(
                GitHubErrorCode.NOT_AS_ASKED,
                new Reaction.Unavailable(),
                "the team " + slug + " is not yet as it was to be" + doubt + told("; not in it: ", absent)
                        + told("; still in it, perhaps by a child team: ", left)
                        + "; the next pass goes on from there");
    }

    private static String told(String words, Set<String> logins) {
        return logins.isEmpty() ? "" : words + String.join(", ", logins);
    }

    private List<String> remarks(Map<String, String> leaving, Map<String, String> maintainers) {
        List<String> were = leaving.entrySet().stream()
                .filter(one -> maintainers.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return were.isEmpty()
                ? List.of()
                : List.of("no maintainers of the team " + slug + " any more: " + String.join(", ", were));
    }

    private static String lower(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
