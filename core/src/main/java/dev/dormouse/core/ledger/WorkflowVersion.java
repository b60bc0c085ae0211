package dev.dormouse.core.ledger;

import dev.dormouse.core.workflow.Workflow.Fingerprints;
import java.time.Instant;

/** One immutable version of a workflow document. */
public record WorkflowVersion(String workflow, int version, Fingerprints fingerprints, String text, Instant at) {}
