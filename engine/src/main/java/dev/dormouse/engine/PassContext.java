package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What all rooms of one pass share.
 *
 * @param now the one instant of the pass
 * @param versions the document of a version of a workflow
 * @param leavers the workflow that takes over a case whose notice bounced; null where there is none
 * @param progress one line for an impatient reader
 * @param obstacles what was due and could not be done
 */
record PassContext(
        Ledger ledger,
        Remotes remotes,
        Templates templates,
        Instant now,
        BiFunction<String, Integer, Workflow> versions,
        @Nullable Workflow leavers,
        Progress progress,
        Map<Workflow, CaseLife> lives,
        List<String> obstacles) {

    PassContext(
            Ledger ledger,
            Remotes remotes,
            Templates templates,
            Instant now,
            BiFunction<String, Integer, Workflow> versions,
            @Nullable Workflow leavers,
            Progress progress) {
        this(ledger, remotes, templates, now, versions, leavers, progress, new HashMap<>(), new ArrayList<>());
    }

    /** Something that is due could not be done; the pass goes on without it. */
    void warn(String obstacle) {
        progress.warn(obstacle);
        obstacles.add(obstacle);
    }

    /** What could not be done since this was asked last. */
    List<String> takeObstacles() {
        List<String> taken = List.copyOf(obstacles);
        obstacles.clear();
        return taken;
    }

    CaseLife life(Case about) {
        return lives.computeIfAbsent(document(about), document -> new CaseLife(document, now));
    }

    /** The version of the document that the case was opened under. */
    Workflow document(Case about) {
        return versions.apply(about.workflow(), about.version());
    }

    /** A key that was never used: the base, or the base with the first free number. */
    String freshKey(String base) {
        String key = base;
        for (int number = 2; ledger.findIntent(key) != null; number++) {
            key = base + "-" + number;
        }
        return key;
    }
}
