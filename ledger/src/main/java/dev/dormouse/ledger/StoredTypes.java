package dev.dormouse.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.Trigger;
import java.util.List;

/**
 * The names under which the variants of the sealed types are stored. Written out, so that renaming a class does not make
 * yesterday's ledger unreadable.
 */
final class StoredTypes {

    /** The sealed types themselves. */
    static final List<Class<?>> FAMILIES = List.of(CaseState.class, Trigger.class);

    static final List<NamedType> NAMES = List.of(
            new NamedType(CaseState.Reviewing.class, "reviewing"),
            new NamedType(CaseState.Held.class, "held"),
            new NamedType(CaseState.Removing.class, "removing"),
            new NamedType(CaseState.NeedsPerson.class, "needs-person"),
            new NamedType(CaseState.Following.class, "following"),
            new NamedType(CaseState.Restoring.class, "restoring"),
            new NamedType(CaseState.Ended.class, "ended"),
            new NamedType(Trigger.Dormancy.class, "dormancy"),
            new NamedType(Trigger.Command.class, "command"),
            new NamedType(Trigger.Restore.class, "restore"));

    private StoredTypes() {}

    /** Mixed into each family; the types of the core know nothing of JSON. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    interface Named {}
}
