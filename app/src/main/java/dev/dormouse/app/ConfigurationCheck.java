package dev.dormouse.app;

import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Step;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.EngineException;
import dev.dormouse.spi.SettingsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everything about a configuration that can be found out without touching the network. */
public final class ConfigurationCheck {

    private final Workspace workspace;

    public ConfigurationCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    /** One line each, with file, line and column where the file is at fault; empty for none. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(workspace.connections().faults());
        try {
            workspace.files().openAll();
        } catch (SettingsException e) {
            faults.add(e.getMessage());
        }
        if (!faults.isEmpty()) {
            // What is not connected has asked for few of its keys, and offers no actions.
            return faults;
        }
        faults.addAll(workspace.configuration().unknownKeys());
        for (Workflow workflow : workspace.configuration().workflows()) {
            actions(workflow, faults);
            templates(workflow, faults);
            keeper(workflow, faults);
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
        each(workflow, (step, path) -> {
            if (step instanceof Step.Act act) {
                for (String application : workflow.applications()) {
                    try {
                        workspace.connections().action(application, act.action());
                    } catch (EngineException e) {
                        faults.add(fault(workflow, path + ".do", e.getMessage()));
                    }
                }
            }
        });
    }

    private void keeper(Workflow workflow, List<String> faults) {
        if (workflow.output() == null) {
            return;
        }
        try {
            workspace.connections().keeper(workflow.output().place());
        } catch (EngineException e) {
            faults.add(fault(workflow, "output.set", e.getMessage()));
        }
    }

    private void templates(Workflow workflow, List<String> faults) {
        List<ReviewStage> stages = workflow.review().stages();
        for (int i = 0; i < stages.size(); i++) {
            String path = "review[" + i + "]";
            ReviewStage.Templates names = stages.get(i).templates();
            requireTemplate(workflow, path + ".template", names.announce(), Instant.EPOCH, faults);
            if (names.remind() != null) {
                requireTemplate(workflow, path + ".remindTemplate", names.remind(), Instant.EPOCH, faults);
            }
        }
        each(workflow, (step, path) -> {
            if (step instanceof Step.Notify message) {
                requireTemplate(workflow, path + ".template", message.template(), null, faults);
            }
        });
    }

    /** @param deadline of what is tried; null where such a notice has none */
    private void requireTemplate(
            Workflow workflow, String path, String name, @Nullable Instant deadline, List<String> faults) {
        String fault = workspace.templates().fault(workflow, name, deadline);
        if (fault != null) {
            faults.add(fault(workflow, path, fault));
        }
    }

    private String fault(Workflow workflow, String path, String message) {
        return workspace.configuration().fault(workflow.name(), path, message).getMessage();
    }

    private static void each(Workflow workflow, BiConsumer<Step, String> visitor) {
        for (int i = 0; i < workflow.removal().size(); i++) {
            visitor.accept(workflow.removal().get(i), "removal[" + i + "]");
        }
        for (int i = 0; i < workflow.followUp().size(); i++) {
            visitor.accept(workflow.followUp().get(i).step(), "followUp[" + i + "]");
        }
    }
}
