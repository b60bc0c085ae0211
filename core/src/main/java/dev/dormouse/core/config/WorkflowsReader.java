package dev.dormouse.core.config;

import dev.dormouse.core.workflow.Names;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.Workflow.OnBounce;
import dev.dormouse.core.workflow.Workflow.Trigger;
import dev.dormouse.core.workflow.WorkflowReader;
import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Text;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code workflows}: documents, and names of files that hold one each. */
final class WorkflowsReader {

    private final ConfigurationFiles files;
    private final Faults faults;
    private final WorkflowReader reader;
    private final Map<String, Yaml> documents = new HashMap<>();

    WorkflowsReader(ConfigurationFiles files, Names names, Faults faults) {
        this.files = files;
        this.faults = faults;
        this.reader = new WorkflowReader(names, faults);
    }

    /** Each document by the name of its workflow. */
    Map<String, Yaml> documents() {
        return documents;
    }

    List<Workflow> read(Entries root, String file) {
        Yaml node = root.find("workflows");
        if (!(node instanceof Items items) || items.values().isEmpty()) {
            faults.add(
                    root.at("workflows"),
                    "missing key 'workflows': a list of workflows, or of the files that hold them");
            return List.of();
        }
        List<Workflow> workflows = new ArrayList<>();
        for (Yaml item : items.values()) {
            if (item instanceof Text name && !name.isNothing()) {
                readFile(name, workflows);
            } else {
                read(item, file, workflows);
            }
        }
        requireLeavers(workflows);
        return workflows;
    }

    /** A case that is handed over must find the workflow that takes it. */
    private void requireLeavers(List<Workflow> workflows) {
        List<Workflow> commanded = workflows.stream()
                .filter(workflow -> workflow.trigger() == Trigger.COMMAND)
                .toList();
        for (Workflow second : commanded.stream().skip(1).toList()) {
            faults.add(
                    at(second, "trigger"),
                    "workflow " + second.name() + " is the second with 'trigger: command', beside "
                            + commanded.getFirst().name() + "; only one is supported in this version");
        }
        for (Workflow workflow : workflows) {
            boolean handsOver = workflow.review().onBounce() == OnBounce.OFFBOARD;
            if (handsOver
                    && commanded.stream()
                            .noneMatch(leavers -> leavers.applications().containsAll(workflow.applications()))) {
                faults.add(
                        at(workflow, "onBounce"),
                        "'onBounce: offboard' in workflow " + workflow.name()
                                + " needs a workflow with 'trigger: command' for the same applications");
            }
        }
    }

    private Position at(Workflow workflow, String path) {
        return Yaml.locate(Objects.requireNonNull(documents.get(workflow.name())), path);
    }

    private void readFile(Text name, List<Workflow> workflows) {
        try {
            ConfigurationFiles.File file = files.read(name.value(), name.at());
            if (file != null) {
                read(file.root(), file.text(), workflows);
            }
        } catch (InvalidPathException e) {
            faults.add(name.at(), "this is not the name of a file; a workflow is a mapping or the name of its file");
        }
    }

    private void read(Yaml document, String file, List<Workflow> workflows) {
        Workflow workflow = reader.read(document, file);
        String name = document instanceof Entries entries && entries.find("workflow") instanceof Text text
                ? text.value()
                : "";
        Yaml earlier = name.isEmpty() ? null : documents.putIfAbsent(name, document);
        if (earlier != null) {
            faults.add(document.at(), "workflow " + name + " is there twice, first at " + earlier.at());
        }
        if (workflow != null && earlier == null) {
            workflows.add(workflow);
        }
    }
}
