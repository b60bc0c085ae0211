package dev.dormouse.app;

import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** A limit that workflows set to the sources they ask. */
interface Limit {

    /** Why that workflow cannot trust a source that is healthy by itself; null where it can. */
    @Nullable
    String fault(Workflow workflow, SourceHealth source);
}
