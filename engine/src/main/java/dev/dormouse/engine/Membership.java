package dev.dormouse.engine;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.sets.SetAction;
import dev.dormouse.core.workflow.Output;
import dev.dormouse.core.workflow.SourceRule.Need;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a judgement makes of a set. Dormant accounts are meant, active ones are not; of all others that is not
 * known, so they neither come in nor leave. Logins compare without case, and a member keeps the spelling of the set.
 */
public final class Membership {

    private final Output output;
    private final Map<String, String> spelled = new HashMap<>();
    private final Set<String> before = new HashSet<>();
    private final Set<String> unseen;
    private final Set<String> tested = new HashSet<>();
    private final Set<String> matched = new HashSet<>();

    /** @param members of the set now */
    public Membership(Output output, Collection<String> members) {
        this.output = output;
        for (String member : members) {
            spelled.putIfAbsent(key(member), member);
            before.add(key(member));
        }
        this.unseen = new HashSet<>(before);
    }

    /** Takes every account in scope, the active ones too. */
    public void judged(Judged one) {
        String login = key(one.login());
        unseen.remove(login);
        if (one.answer() == Answer.DORMANT) {
            tested.add(login);
            matched.add(login);
            spelled.putIfAbsent(login, one.login());
        } else if (one.answer() == Answer.ACTIVE
                && (before.contains(login) || output.action().asksForEverybody())) {
            tested.add(login);
            spelled.putIfAbsent(login, one.login());
        }
    }

    /** What came of all of them. */
    public SetChange change() {
        if (dropsWhoIsNotJudged()) {
            tested.addAll(unseen);
        }
        Set<String> after = output.action().apply(before, tested, matched);
        return new SetChange(
                output.toString(),
                spelled(without(after, before)),
                spelled(without(before, after)),
                spelled(after),
                "");
    }

    /** Nobody but the workflow tidies a file; from a team its own system takes who is gone. */
    private boolean dropsWhoIsNotJudged() {
        boolean selective = output.action() == SetAction.REPLACE || output.action() == SetAction.INTERSECT;
        return selective && output.place() instanceof Output.ListFile;
    }

    /**
     * Why nothing can be said about the set; empty where everything that must be read could be.
     *
     * @return one line
     */
    public static String obstacle(Question question) {
        for (String application : question.workflow().applications()) {
            String fault = fault(question, SourceHealth.ACCOUNTS, application);
            if (fault != null) {
                return "the accounts of " + application + ": " + fault;
            }
        }
        return question.workflow().selection().sources().stream()
                .filter(rule -> rule.need() == Need.REQUIRED)
                .flatMap(rule -> question.workflow().applications().stream()
                        .filter(rule::appliesTo)
                        .map(application -> {
                            String fault = fault(question, rule.source(), application);
                            return fault == null ? null : rule.source() + " of " + application + ": " + fault;
                        }))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static @Nullable String fault(Question question, String source, String application) {
        SourceHealth health = question.findHealth(source, application);
        return health == null ? "it was not read" : health.fault();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private List<String> spelled(Set<String> keys) {
        return keys.stream()
                .map(key -> Objects.requireNonNull(spelled.get(key)))
                .sorted(Comparator.comparing(Membership::key).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
