package dev.dormouse.core.workflow;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Selection.Subject;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code select}. */
final class SelectionReader {

    private final Subject subject;
    private final Document document;
    private final Keys select;
    private final SourceRuleReader reader;
    private final @Nullable Condition when;

    SelectionReader(Document document, Keys select, String file, Subject subject) {
        this.subject = subject;
        this.document = document;
        this.select = select;
        this.reader = new SourceRuleReader(document, select);
        this.when = new ConditionReader(document.faults(), file).find(select, "when");
    }

    /** Null where neither a source nor a condition could be read. */
    @Nullable
    Selection read() {
        List<SourceRule> rules = rules();
        Combine combine = select.word("combine", Combine.LATEST);
        if (combine == Combine.LATEST) {
            requireOneWindow(rules);
        }
        NeverActive neverActive = select.word("neverActive", NeverActive.EXCLUDE);
        List<Text> holding = select.texts("holding");
        document.refuseTwice(holding, "holding", select);
        if (subject == Subject.GRANT) {
            requireGrants(holding, rules);
        }
        List<Text> ignoring = select.texts("ignoring");
        document.refuseTwice(ignoring, "ignoring", select);
        if (!ignoring.isEmpty() && (when == null || !when.asksForAnyGrant())) {
            select.fault("ignoring", "has no meaning without grants.any in 'when'");
        }
        requireSources(rules);
        select.refuseOthers();
        return rules.isEmpty() && when == null
                ? null
                : new Selection(
                        rules,
                        combine,
                        neverActive,
                        holding.stream().map(Text::value).toList(),
                        when,
                        ignoring.stream().map(Text::value).toList(),
                        subject,
                        Selection.Purpose.DORMANCY);
    }

    private void requireGrants(List<Text> holding, List<SourceRule> rules) {
        if (holding.isEmpty()) {
            document.faults()
                    .add(
                            select.at(),
                            "missing key 'holding' " + select.where()
                                    + "; with subject: grant, which entitlements? for example holding: [\"licence:pro\"]");
        }
        if (when != null && when.countsEvents() && rules.stream().anyMatch(SourceRule::matchesPersons)) {
            select.fault(
                    "when",
                    "counts events, which does not go with subject: grant and a source with match: person: what a person"
                            + " did elsewhere is of no single entitlement; ask for activity.last()");
        }
    }

    private List<SourceRule> rules() {
        Yaml sources = select.find("sources");
        if (sources == null) {
            return reader.conditionAlone() ? List.of() : allSources();
        }
        if (sources instanceof Items || (sources instanceof Text && !sources.isNothing())) {
            return named(select.texts("sources"));
        }
        Keys keys = Keys.of(sources, "in select.sources of workflow " + document.name(), document.faults());
        List<SourceRule> rules = new ArrayList<>();
        for (String name : keys.names()) {
            if (known(name, keys)) {
                rules.add(reader.rule(name, Objects.requireNonNull(keys.find(name))));
            }
        }
        if (keys.names().isEmpty()) {
            select.fault("sources", "names no source");
        }
        return rules;
    }

    private boolean known(String name, Keys keys) {
        Collection<String> sources = document.names().sources().keySet();
        if (sources.contains(name)) {
            return true;
        }
        document.faults()
                .add(
                        keys.at(name),
                        "there is no source " + Shown.key(name) + ", named " + keys.where()
                                + (sources.isEmpty() ? "; the configuration has none" : Nearest.hint(name, sources)));
        return false;
    }

    /** The short form: every source that speaks about one of the applications, with one window. */
    private List<SourceRule> allSources() {
        requireCommonWindow();
        List<SourceRule> rules = document.names().sources().entrySet().stream()
                .filter(source -> source.getValue().stream().anyMatch(document.applications()::contains))
                .map(source -> reader.plain(source.getKey()))
                .toList();
        if (rules.isEmpty()) {
            document.faults()
                    .add(
                            select.at(),
                            "no source of the configuration speaks about the applications of workflow "
                                    + document.name());
        }
        return rules;
    }

    private List<SourceRule> named(List<Text> sources) {
        requireCommonWindow();
        document.refuseTwice(sources, "sources", select);
        for (Text source : sources) {
            document.requireKnown(source, "source", document.names().sources().keySet(), select);
        }
        return sources.stream()
                .map(Text::value)
                .distinct()
                .filter(document.names().sources()::containsKey)
                .map(reader::plain)
                .toList();
    }

    private void requireSources(List<SourceRule> rules) {
        boolean asks = when != null && (when.asksForActivity() || when.asksForContent());
        if (asks && rules.stream().noneMatch(SourceRule::tellsActivity)) {
            select.fault("when", "asks what sources tell, and none is named; write for example sources: [audit-log]");
        }
    }

    private void requireCommonWindow() {
        if (!select.has("inactiveFor") && !select.has("when")) {
            document.faults()
                    .add(
                            select.at(),
                            "missing key 'inactiveFor' " + select.where()
                                    + "; how long must an account have been unused?");
        }
    }

    private void requireOneWindow(List<SourceRule> rules) {
        Map<String, Window> windows = rules.stream()
                .filter(rule -> rule.inactiveFor() != null)
                .collect(Collectors.toMap(SourceRule::source, rule -> Objects.requireNonNull(rule.inactiveFor())));
        Set<Window> different = Set.copyOf(windows.values());
        if (different.size() > 1 && !sameElapsed(different)) {
            String written = windows.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> one.getKey() + " " + one.getValue())
                    .collect(Collectors.joining(", "));
            document.faults()
                    .add(
                            select.at(),
                            "'combine: latest' " + select.where() + " takes the newest instant of all sources,"
                                    + " so they need one window; found " + written
                                    + "; write combine: any-active-clears for windows that differ");
        }
    }

    private static boolean sameElapsed(Set<Window> windows) {
        Set<Duration> lengths = windows.stream()
                .filter(Window.Elapsed.class::isInstance)
                .map(Windows::roughly)
                .collect(Collectors.toSet());
        return lengths.size() == 1 && windows.stream().allMatch(Window.Elapsed.class::isInstance);
    }
}
