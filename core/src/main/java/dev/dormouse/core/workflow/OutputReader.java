package dev.dormouse.core.workflow;

import dev.dormouse.core.sets.SetAction;
import dev.dormouse.core.workflow.Output.ListFile;
import dev.dormouse.core.workflow.Output.Place;
import dev.dormouse.core.workflow.Output.Team;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Shown;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code output}, and refuses what has no meaning beside it. */
final class OutputReader {

    /** All of them are about cases, and a workflow that keeps a set has none. */
    private static final List<String> ABOUT_CASES =
            List.of("review", "ifIgnored", "onReturn", "onBounce", "removal", "followUp", "cooldown");

    private final Document document;
    private final Keys workflow;

    OutputReader(Document document, Keys workflow) {
        this.document = document;
        this.workflow = workflow;
    }

    @Nullable
    Output find() {
        Keys output = workflow.findKeys("output", "in output of workflow " + document.name());
        if (output == null) {
            return null;
        }
        refuseBeside();
        Text set = output.text("set");
        SetAction action = output.word("action", SetAction.REPLACE);
        output.refuseOthers();
        Place place = set == null ? null : place(set, output);
        return place == null ? null : new Output(place, action);
    }

    private void refuseBeside() {
        for (String key : ABOUT_CASES) {
            Yaml value = workflow.find(key);
            boolean empty = value == null
                    || value.isNothing()
                    || (value instanceof Items items && items.values().isEmpty());
            if (!empty) {
                workflow.fault(key, "does not go with 'output': a workflow that keeps a set opens no cases");
            }
        }
        if (workflow.find("trigger") instanceof Text trigger && trigger.value().equals("command")) {
            workflow.fault("trigger", "does not go with 'output': a set is what a judgement finds");
        }
        within("select", "neverActive", "review", "does not go with 'output': nobody is asked");
        within(
                "guard",
                "maxRemoved",
                null,
                "does not go with 'output': it counts the removals of cases; write maxSelected");
        if (document.applications().size() > 1) {
            document.faults()
                    .add(
                            workflow.at("output"),
                            "'output' " + workflow.where() + " needs one application, and there are "
                                    + document.applications().size() + "; write a workflow for each");
        }
    }

    private void within(String section, String key, @Nullable String value, String message) {
        if (workflow.find(section) instanceof Yaml.Entries entries
                && entries.find(key) instanceof Text text
                && (value == null || text.value().equals(value))) {
            document.faults()
                    .add(
                            entries.at(key),
                            "'" + key + "' in " + section + " of workflow " + document.name() + " " + message);
        }
    }

    private @Nullable Place place(Text set, Keys output) {
        String written = set.value();
        if (written.startsWith(ListFile.PREFIX)) {
            return file(written.substring(ListFile.PREFIX.length()), output);
        }
        int infix = written.indexOf(Team.INFIX);
        String team = infix < 0 ? "" : written.substring(infix + Team.INFIX.length());
        if (infix < 0 || team.isBlank()) {
            output.fault("set", "must be file:NAME or APPLICATION:team:NAME, not " + Shown.value(written));
            return null;
        }
        String application = written.substring(0, infix);
        if (!document.applications().contains(application)) {
            output.fault(
                    "set",
                    "names a team of application " + Shown.value(application) + ", and the workflow is about "
                            + String.join(", ", document.applications()));
        }
        return new Team(application, team);
    }

    private @Nullable Place file(String name, Keys output) {
        try {
            if (!name.isBlank() && Path.of(name).getFileName() != null && !name.contains("://")) {
                return new ListFile(name);
            }
        } catch (InvalidPathException e) {
            // Told below, with all others.
        }
        output.fault("set", "must name a file behind 'file:', relative to the folder of the configuration");
        return null;
    }
}
