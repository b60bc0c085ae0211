package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.SourceRule.Match;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.SourceRule.Role;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Text;
import dev.dormouse.spi.ActivityKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one of {@code select.sources}. What it does not say itself stands beside it in {@code select}. */
final class SourceRuleReader {

    private final Document document;
    private final Keys select;
    private final @Nullable Window common;

    SourceRuleReader(Document document, Keys select) {
        this.document = document;
        this.select = select;
        this.common = document.findWindow(select, "inactiveFor");
    }

    /** A condition that stands for itself needs no length of inactivity. */
    boolean conditionAlone() {
        return select.has("when") && !select.has("inactiveFor");
    }

    /** The rule of a source that is only named. */
    SourceRule plain(String source) {
        return new SourceRule(
                source,
                common,
                conditionAlone() ? Role.ASKED : Role.ACTIVITY,
                Need.REQUIRED,
                speaksAbout(source, List.of()),
                ActivityKind.USE);
    }

    SourceRule rule(String source, Yaml node) {
        Keys keys = Keys.of(node, "in select.sources." + source + " of workflow " + document.name(), document.faults());
        Window window = document.findWindow(keys, "inactiveFor");
        Role role = role(keys);
        if (role == Role.ACTIVITY && conditionAlone() && !keys.has("inactiveFor")) {
            role = Role.ASKED;
        }
        if (role != Role.ACTIVITY && keys.has("inactiveFor")) {
            keys.fault("inactiveFor", "does not go with 'verdict': a verdict has no instant");
        }
        if (role == Role.ACTIVITY && window == null && common == null && !keys.has("inactiveFor")) {
            document.faults().add(keys.at(), "missing key 'inactiveFor' " + keys.where() + ", or 'verdict: dormant'");
        }
        completeFrom(keys);
        List<String> about = speaksAbout(source, appliesTo(source, keys));
        Need need = keys.isTrue("optional") ? Need.OPTIONAL : Need.REQUIRED;
        ActivityKind kind = keys.word("kind", ActivityKind.USE);
        Match match = keys.word("match", Match.ACCOUNT);
        if (match == Match.PERSON && keys.has("verdict")) {
            keys.fault("match", "does not go with 'verdict': a verdict is about one account, not about a person");
        }
        keys.refuseOthers();
        Window own = role == Role.ACTIVITY ? window == null ? common : window : null;
        return new SourceRule(source, own, role, need, about, kind, match);
    }

    private Role role(Keys keys) {
        Text verdict = keys.findText("verdict");
        Text as = keys.findText("as");
        if (verdict != null && !verdict.value().equals("dormant")) {
            keys.fault("verdict", "must be dormant, not " + Shown.value(verdict.value()));
        }
        if (as != null && !as.value().equals("candidates")) {
            keys.fault("as", "must be candidates, not " + Shown.value(as.value()));
        }
        if (as != null && !keys.has("verdict")) {
            keys.fault("as", "needs 'verdict: dormant' beside it");
        }
        return as != null ? Role.CANDIDATES : keys.has("verdict") ? Role.VERDICT : Role.ACTIVITY;
    }

    /** Every feed tells by itself since when it is complete; the key only says so to the reader of the document. */
    private static void completeFrom(Keys keys) {
        Text from = keys.findText("completeFrom");
        if (from != null && !from.value().equals("earliest-event")) {
            keys.fault("completeFrom", "must be earliest-event, not " + Shown.value(from.value()));
        }
    }

    private List<String> appliesTo(String source, Keys keys) {
        List<Text> written = keys.texts("appliesTo");
        List<String> told = document.names().sources().getOrDefault(source, List.of());
        for (Text application : written) {
            document.requireKnown(application, "application", document.applications(), keys);
            if (document.applications().contains(application.value()) && !told.contains(application.value())) {
                document.faults()
                        .add(
                                application.at(),
                                "source " + source + " says nothing about application " + application.value()
                                        + "; its own 'applications' leave it out");
            }
        }
        return written.stream().map(Text::value).toList();
    }

    /** Empty for all applications of the workflow. */
    private List<String> speaksAbout(String source, List<String> written) {
        List<String> told = document.names().sources().getOrDefault(source, List.of());
        List<String> about = document.applications().stream()
                .filter(told::contains)
                .filter(application -> written.isEmpty() || written.contains(application))
                .toList();
        if (about.isEmpty() && !document.applications().isEmpty()) {
            document.faults()
                    .add(
                            select.at("sources"),
                            "source " + source + " says nothing about the applications of workflow " + document.name());
        }
        return about.size() == document.applications().size() ? List.of() : about;
    }
}
