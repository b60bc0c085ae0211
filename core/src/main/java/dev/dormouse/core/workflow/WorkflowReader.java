package dev.dormouse.core.workflow;

import dev.dormouse.core.workflow.Selection.Combine;
import dev.dormouse.core.workflow.Selection.NeverActive;
import dev.dormouse.core.workflow.Selection.Subject;
import dev.dormouse.core.workflow.Workflow.Review;
import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Text;
import dev.dormouse.core.yaml.YamlParser;
import dev.dormouse.spi.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads workflow documents. */
public final class WorkflowReader {

    /** Long enough that nobody is asked twice for one quiet season. */
    private static final Window COOLDOWN = new Window.Elapsed(Duration.ofDays(90));

    private final Names names;
    private final Faults faults;

    public WorkflowReader(Names names, Faults faults) {
        this.names = names;
        this.faults = faults;
    }

    /**
     * Reads one document.
     *
     * @param root the mapping that begins with {@code workflow:}
     * @param file the whole text of the file it stands in, without byte order mark
     * @return null where anything is wrong with it; the faults tell what
     */
    public @Nullable Workflow read(Yaml root, String file) {
        int before = faults.count();
        Keys keys = Keys.of(root, "in a workflow", faults);
        Text name = keys.text("workflow");
        if (!(root instanceof Entries entries) || name == null) {
            return null;
        }
        if (!name.value().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            faults.add(
                    name.at(),
                    "the name of a workflow has letters, digits, '.', '_' and '-' only, not "
                            + Shown.value(name.value()));
        }
        Workflow read = read(entries, name.value(), file);
        return faults.count() > before ? null : read;
    }

    /**
     * Reads the text that was kept with a version. It carries all it needs: today's configuration plays no part.
     *
     * @param label for messages, for example {@code leavers, version 3}
     * @throws SettingsException where the text is damaged, or of a newer program
     */
    public static Workflow reread(String text, String label) {
        Faults faults = new Faults();
        List<Yaml> documents = YamlParser.parse(label, text, faults);
        faults.throwIfAny();
        Names names = documents.size() == 2 ? Written.names(documents.getLast(), faults) : null;
        Workflow workflow = names == null ? null : new WorkflowReader(names, faults).read(documents.getFirst(), text);
        faults.throwIfAny();
        if (workflow == null) {
            throw new SettingsException(Position.wholeFile(label) + ": is not a kept version of a workflow");
        }
        return workflow;
    }

    private @Nullable Workflow read(Entries root, String name, String file) {
        Keys keys = Keys.of(root, "in workflow " + name, faults);
        keys.has("workflow");
        Document document = new Document(name, applications(keys), names, faults);
        refuseWhatComesLater(keys);
        Workflow.Trigger trigger = trigger(keys);
        Selection selection = selection(document, keys, trigger, file);
        Exemptions exemptions = new ExemptionsReader(document, section(keys, "exempt", name)).read();
        Guards guards = new GuardsReader(document, section(keys, "guard", name)).read();
        Output output = new OutputReader(document, keys).find();
        if (selection != null && selection.isAboutGrants()) {
            refuseCasesOfGrants(keys, selection);
        }
        Review review = new ReviewReader(document, keys).read();
        StepsReader steps = new StepsReader(document, keys);
        List<Step> removal = steps.removal();
        List<Step.FollowUp> followUp = steps.followUp();
        Window cooldown = document.findWindow(keys, "cooldown");
        List<String> operators = operators(document, keys);
        keys.refuseOthers();
        return selection == null
                ? null
                : new Workflow(
                        name,
                        trigger,
                        document.applications(),
                        selection,
                        exemptions,
                        guards,
                        output,
                        review,
                        removal,
                        followUp,
                        cooldown == null ? COOLDOWN : cooldown,
                        operators,
                        names.zone(),
                        Canonical.of(root, selection, names.zone()),
                        Written.text(file, root, names));
    }

    /** Null where it cannot be read. */
    private @Nullable Selection selection(Document document, Keys keys, Workflow.Trigger trigger, String file) {
        Keys select = section(keys, "select", document.name());
        if (keys.has("select")) {
            if (trigger == Workflow.Trigger.COMMAND) {
                keys.fault("select", "belongs to dormancy; with trigger: command somebody names the accounts");
            }
            return new SelectionReader(document, select, file, subject(keys)).read();
        }
        if (trigger == Workflow.Trigger.DORMANCY) {
            faults.add(
                    keys.at(),
                    "missing key 'select' " + keys.where()
                            + "; who is dormant? for example select: {inactiveFor: 90d}");
        }
        return new Selection(List.of(), Combine.ANY_ACTIVE_CLEARS, NeverActive.EXCLUDE, List.of());
    }

    private static Workflow.Trigger trigger(Keys keys) {
        Text trigger = keys.findText("trigger");
        return trigger != null && trigger.value().equals("command")
                ? Workflow.Trigger.COMMAND
                : Workflow.Trigger.DORMANCY;
    }

    private Keys section(Keys keys, String key, String name) {
        Keys section = keys.findKeys(key, "in " + key + " of workflow " + name);
        return section == null
                ? Keys.of(new Entries(Map.of(), keys.at(), new Yaml.Span(0, 0)), "in " + key, faults)
                : section;
    }

    private List<String> applications(Keys keys) {
        List<Text> written = keys.texts("applications");
        if (written.isEmpty()) {
            faults.add(
                    keys.at("applications"),
                    "missing key 'applications' " + keys.where() + "; there are "
                            + String.join(", ", names.applications()));
        }
        Document bare = new Document("", List.of(), names, faults);
        written.forEach(one -> bare.requireKnown(one, "application", names.applications(), keys));
        bare.refuseTwice(written, "applications", keys);
        return written.stream().map(Text::value).toList();
    }

    /** What the design has and this version has not is refused: to leave out a condition would select more people. */
    private static void refuseWhatComesLater(Keys keys) {
        onlyOne(keys, "subject", Set.of("account", "grant"), Set.of("person"));
        onlyOne(keys, "trigger", Set.of("dormancy", "command"), Set.of("event"));
        if (keys.has("when")) {
            keys.fault("when", "belongs in 'select', as select: {inactiveFor: 90d, when: account.kind == HUMAN}");
        }
    }

    private static Subject subject(Keys keys) {
        Text subject = keys.findText("subject");
        return subject != null && subject.value().equals("grant") ? Subject.GRANT : Subject.ACCOUNT;
    }

    /** To remove the account instead would take more than was judged. */
    private static void refuseCasesOfGrants(Keys keys, Selection selection) {
        for (String key : List.of("removal", "followUp", "onReturn", "onBounce", "cooldown", "ifIgnored")) {
            if (keys.has(key)) {
                keys.fault(
                        key,
                        "does not go with subject: grant: no application can take a single entitlement away yet;"
                                + " report with 'dormouse scan', or keep an 'output'");
            }
        }
        Text review = keys.find("review") instanceof Text text ? text : null;
        if (keys.has("review") && (review == null || !review.value().equals("none"))) {
            keys.fault("review", "does not go with subject: grant: nobody is asked, as nothing can be removed yet");
        }
        if (keys.has("output") && selection.holding().size() > 1) {
            keys.fault(
                    "output",
                    "with subject: grant needs one entitlement in 'holding': an account may use one and not another");
        }
    }

    private static void onlyOne(Keys keys, String key, Set<String> supported, Set<String> later) {
        Text text = keys.findText(key);
        if (text != null && !supported.contains(text.value())) {
            String choices = String.join(" or ", new TreeSet<>(supported));
            keys.fault(
                    key,
                    later.contains(text.value())
                            ? "cannot be " + text.value() + ": it is not supported yet in this version; write "
                                    + choices
                            : "must be " + choices + ", not " + Shown.value(text.value()));
        }
    }

    private List<String> operators(Document document, Keys keys) {
        List<Text> written = keys.texts("operators");
        for (Text channel : written) {
            document.requireKnown(channel, "channel", names.channels(), keys);
            if (names.channels().contains(channel.value()) && !names.addressed().contains(channel.value())) {
                faults.add(
                        channel.at(), "channel " + channel.value() + " has no recipient for operators; give it a 'to'");
            }
        }
        document.refuseTwice(written, "operators", keys);
        return written.stream().map(Text::value).toList();
    }
}
