package dev.dormouse.app;

import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.ledger.WorkflowStatus.Quarantine;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Guards.Voices;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Desk;
import java.util.List;

/** Lets a workflow go on that a guard stopped, or a source that delivers less than usual; one name tells which. */
final class Release {

    private final Workspace workspace;
    private final String name;
    private final boolean ofSource;

    /** @throws UseCaseException where the name is that of a workflow and of a source */
    Release(Workspace workspace, String name) {
        this.workspace = workspace;
        this.name = name;
        this.ofSource = isSource();
        if (ofSource && workspace.documents().find(name) != null) {
            throw new UseCaseException(
                    "'" + name + "' is the name of a workflow and of a source, and nothing tells which"
                            + " of them is meant; nothing was released. Give one of them another name");
        }
    }

    private boolean isSource() {
        return name.equals(SourceHealth.ACCOUNTS)
                || workspace.configuration().sources().stream()
                        .map(SourceConfig::name)
                        .anyMatch(name::equals);
    }

    /** One line on what is allowed now. */
    String order(Ledger ledger, Desk desk, String by) {
        return ofSource ? source(ledger, desk, by) : workflow(desk, by);
    }

    private String workflow(Desk desk, String by) {
        Desk.Said<Quarantine> said = desk.release(workspace.workflow(name), by);
        Quarantine ended = said.about();
        return said.counts()
                ? "workflow " + name + " is released for one pass, up to " + ended.selected() + " selected and "
                        + ended.removing() + " removed: " + ended.reason()
                : "workflow " + name + " stays stopped until a second person releases it: " + again();
    }

    private String source(Ledger ledger, Desk desk, String by) {
        List<SourceMemory> memories = ledger.sourceMemories().stream()
                .filter(memory -> memory.source().equals(name))
                .toList();
        if (memories.isEmpty()) {
            throw new UseCaseException("no pass has read source " + name + ", so it has no usual volume");
        }
        return desk.release(memories, voices(), by).counts()
                ? "source " + name + ": the next pass takes what it delivers as usual"
                : "source " + name + " is not released until a second person says so: " + again();
    }

    private String again() {
        return "dormouse release " + name + " --by NAME";
    }

    /** The release of a source lets every workflow go on, so the most careful of them says how many it takes. */
    private Voices voices() {
        return workspace.configuration().workflows().stream()
                        .map(Workflow::guards)
                        .anyMatch(guards -> guards.voices() == Voices.TWO)
                ? Voices.TWO
                : Voices.ONE;
    }
}
