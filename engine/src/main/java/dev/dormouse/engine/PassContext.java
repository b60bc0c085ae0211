package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all rooms of one pass share.
 *
 * @param now the one instant of the pass
 * @param versions the document of a version of a workflow
 * @param leavers the workflow that takes over a case whose notice bounced; null where there is none
 * @param progress one line for an impatient reader
 */
record PassContext(
        Ledger ledger,
        Remotes remotes,
        Templates templates,
        Instant now,
        BiFunction<String, Integer, Workflow> versions,
        Function<Case, @Nullable Workflow> leavers,
        Progress progress,
        Map<Workflow, CaseLife> lives) {

    PassContext(
            Ledger ledger,
            Remotes remotes,
            Templates templates,
            Instant now,
            BiFunction<String, Integer, Workflow> versions,
            Function<Case, @Nullable Workflow> leavers,
            Progress progress) {
        this(ledger, remotes, templates, now, versions, leavers, progress, new HashMap<>());
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
