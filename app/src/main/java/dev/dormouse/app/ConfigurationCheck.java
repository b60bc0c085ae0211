package dev.dormouse.app;

import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.EngineException;
import dev.dormouse.engine.Templates;
import dev.dormouse.spi.SettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything about a configuration that can be found out without touching the network. */
public final class ConfigurationCheck {

    private final Workspace workspace;

    public ConfigurationCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    /** One line each, with file, line and column where the file is at fault; empty for none. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        try {
            workspace.connections().connectAll();
        } catch (SettingsException e) {
            faults.add(e.getMessage());
            return faults;
        }
        faults.addAll(workspace.configuration().unknownKeys());
        for (Workflow workflow : workspace.configuration().workflows()) {
            actions(workflow, faults);
            templates(workflow, faults);
        }
        return faults;
    }

    /** What the configuration holds, in one line. */
    public String summary() {
        Configuration configuration = workspace.configuration();
        return configuration.folder().resolve("dormouse.yaml") + " is in order: "
                + configuration.applications().size() + " application(s), "
                + configuration.sources().size() + " source(s), "
                + configuration.channels().size() + " channel(s), "
                + configuration.workflows().size() + " workflow(s)";
    }

    private void actions(Workflow workflow, List<String> faults) {
        for (Step step : steps(workflow).toList()) {
            if (step instanceof Step.Act act) {
                for (String application : workflow.applications()) {
                    try {
                        workspace.connections().action(application, act.action());
                    } catch (EngineException e) {
                        faults.add("workflow " + workflow.name() + ": " + e.getMessage());
                    }
                }
            }
        }
    }

    private void templates(Workflow workflow, List<String> faults) {
        Templates templates = workspace.templates();
        Set<String> names = new TreeSet<>();
        for (ReviewStage stage : workflow.review().stages()) {
            names.add(stage.templates().announce());
            if (stage.templates().remind() != null) {
                names.add(stage.templates().remind());
            }
        }
        steps(workflow).forEach(step -> {
            if (step instanceof Step.Notify message) {
                names.add(message.template());
            }
        });
        for (String name : names) {
            if (!templates.exists(name)) {
                faults.add("workflow " + workflow.name() + ": there is no template '" + name + "': write templates/"
                        + name + ".txt, the subject in its first line");
            }
        }
    }

    private static Stream<Step> steps(Workflow workflow) {
        return Stream.concat(
                workflow.removal().stream(), workflow.followUp().stream().map(Step.FollowUp::step));
    }
}
