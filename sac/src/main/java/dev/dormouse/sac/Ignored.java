package dev.dormouse.sac;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Teams and roles that a row does not count, as entitlements: {@code team:NAME}, {@code role:NAME}; compared without case. */
record Ignored(Set<String> names, List<String> prefixes) {

    static Ignored of(Fields fields) {
        List<String> names = new ArrayList<>();
        fields.texts("file_JSON_teams_to_exclude").forEach(team -> names.add("team:" + team));
        fields.texts("file_JSON_roles_to_exclude").forEach(role -> names.add("role:" + role));
        return new Ignored(
                Set.copyOf(names),
                fields.texts("file_JSON_teamnames_starts_with_to_exclude").stream()
                        .map(start -> "team:" + start)
                        .toList());
    }

    boolean covers(String entitlement) {
        return names.stream().anyMatch(entitlement::equalsIgnoreCase)
                || prefixes.stream().anyMatch(start -> startsWith(entitlement, start));
    }

    private static boolean startsWith(String entitlement, String start) {
        return entitlement.regionMatches(true, 0, start, 0, start.length());
    }

    /** For a workflow, where {@code *} stands for anything. */
    List<String> patterns() {
        List<String> patterns = new ArrayList<>(names.stream().sorted().toList());
        prefixes.forEach(start -> patterns.add(start + "*"));
        return patterns;
    }
}
