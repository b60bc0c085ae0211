package dev.dormouse.app;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.WorkflowVersion;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.WorkflowReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The workflow documents: the newest, of the configuration, and the versions that cases were opened under. */
final class Documents {

    private final List<Workflow> configured;

    Documents(Configuration configuration) {
        this.configured = configuration.workflows();
    }

    /** @throws UseCaseException where there is no such workflow */
    Workflow newest(String name) {
        Workflow found = find(name);
        if (found == null) {
            throw new UseCaseException("there is no workflow '" + name + "'; there are: "
                    + configured.stream().map(Workflow::name).collect(Collectors.joining(", ")));
        }
        return found;
    }

    @Nullable
    Workflow find(String name) {
        return configured.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * The document of a version: the old one, with the newest exemptions, guards, channels and operators. A workflow that is not
     * configured any more is as it was when the version was made.
     *
     * @throws UseCaseException where the workflow is neither configured nor known to the ledger
     */
    Workflow version(Ledger ledger, String name, int version) {
        WorkflowVersion kept = ledger.findVersion(name, version);
        if (kept == null) {
            return newest(name);
        }
        Workflow newest = find(name);
        if (newest != null && newest.fingerprints().isSameVersion(kept.fingerprints())) {
            return newest;
        }
        Workflow old = WorkflowReader.reread(kept.text(), name + ", version " + version);
        return newest == null ? old : old.withProtectionOf(newest);
    }

    Workflow of(Ledger ledger, Case about) {
        return version(ledger, about.workflow(), about.version());
    }

    /** The names of the applications that these workflows are about. */
    static Set<String> applications(List<Workflow> workflows) {
        Set<String> names = new TreeSet<>();
        workflows.forEach(workflow -> names.addAll(workflow.applications()));
        return names;
    }

    /** The names of the sources that these workflows ask. */
    static Set<String> sources(List<Workflow> workflows) {
        Set<String> names = new TreeSet<>();
        workflows.forEach(workflow -> workflow.selection().sources().forEach(rule -> names.add(rule.source())));
        return names;
    }
}
