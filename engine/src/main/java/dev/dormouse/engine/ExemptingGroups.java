package dev.dormouse.engine;

import dev.dormouse.core.ledger.GroupMemory;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The exempting groups of a workflow that do not protect as they did.
 *
 * @param empty those that protect nobody: they could not be read, or have lost everybody
 * @param shrunk those that protect far fewer accounts of an application than at the last good pass
 */
record ExemptingGroups(List<String> empty, List<GroupMemory> shrunk) {

    /** Counts whom they protect, and remembers it of all that have not shrunk sharply. */
    static ExemptingGroups read(PassContext pass, Stale stale) {
        Question question = stale.question();
        List<String> groups = groups(question);
        if (groups.isEmpty()) {
            return new ExemptingGroups(stale.emptyGroups(), List.of());
        }
        Map<Place, Long> sizes = sizes(stale, groups);
        String workflow = question.workflow().name();
        Map<Place, GroupMemory> memories = pass.ledger().groupMemories(workflow).stream()
                .collect(Collectors.toMap(one -> new Place(one.application(), one.group()), Function.identity()));
        List<GroupMemory> shrunk = new ArrayList<>();
        List<GroupMemory> fresh = new ArrayList<>();
        for (Place place : places(question, groups)) {
            long accounts = sizes.getOrDefault(place, 0L);
            GroupMemory present = GroupMemory.of(workflow, place.application(), place.group(), accounts);
            GroupMemory before = memories.getOrDefault(place, present);
            if (before.hasShrunkSharply(accounts)) {
                shrunk.add(before.stoppedAt(accounts));
            } else if (!present.equals(memories.get(place))) {
                fresh.add(present);
            }
        }
        if (!fresh.isEmpty()) {
            pass.ledger().write(transaction -> {
                fresh.forEach(transaction::save);
                return fresh.size();
            });
        }
        return new ExemptingGroups(stale.emptyGroups(), shrunk);
    }

    /** Why the workflow stops, in words; empty where no group has shrunk sharply. */
    String shrinking() {
        return shrunk.stream()
                .map(one -> "the exempting group " + one.group() + " has shrunk sharply: it protects " + one.shrunkTo()
                        + " accounts of " + one.application() + ", at the last good pass " + one.usual()
                        + "; a release takes that for its usual size")
                .collect(Collectors.joining("; "));
    }

    private static List<String> groups(Question question) {
        LocalDate today =
                LocalDate.ofInstant(question.now(), question.workflow().zone());
        return question.workflow().exemptions().entries().stream()
                .filter(entry -> entry.kind() == Exemptions.Kind.GROUP)
                .filter(entry -> entry.until() == null || !today.isAfter(entry.until()))
                .map(Exemption::match)
                .map(group -> group.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Where the accounts could not be read, nobody is judged and nothing is known of a group. */
    private static List<Place> places(Question question, List<String> groups) {
        return question.health().stream()
                .filter(one -> one.isOfAccounts() && one.healthy())
                .flatMap(one -> groups.stream().map(group -> new Place(one.application(), group)))
                .toList();
    }

    private static Map<Place, Long> sizes(Stale stale, List<String> groups) {
        Map<Place, Long> sizes = new HashMap<>();
        Question question = stale.question();
        Workflow members = question.workflow().aboutMembers(groups);
        stale.observations()
                .judgeAll(
                        new Question(members, question.now(), question.health(), Map.of()),
                        one -> sizes.merge(
                                new Place(one.key().application(), String.valueOf(one.entitlement())), 1L, Long::sum));
        return sizes;
    }

    private record Place(String application, String group) {}
}
