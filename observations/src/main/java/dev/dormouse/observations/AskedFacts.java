package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.condition.Property;
import dev.dormouse.core.condition.Type;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What the conditions of a statement ask, each thing once; a column each. */
record AskedFacts(List<Fact> facts, Instant now) {

    static AskedFacts of(List<Condition> conditions, Instant now) {
        Set<Fact> facts = new LinkedHashSet<>();
        conditions.forEach(condition -> facts.addAll(condition.asks()));
        return new AskedFacts(List.copyOf(facts), now);
    }

    boolean areNone() {
        return facts.isEmpty();
    }

    <T extends Fact> List<T> of(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean ask(Property property) {
        return facts.contains(new Fact.Known(property));
    }

    /** Of everything that is counted in a window. */
    boolean askForEvents() {
        return facts.stream().anyMatch(fact -> fact instanceof Fact.Count || fact instanceof Fact.ActiveDays);
    }

    List<String> attributes() {
        return facts.stream()
                .map(fact -> fact instanceof Fact.Attribute(String one)
                        ? one
                        : fact instanceof Fact.HasAttribute(String other) ? other : null)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    long nowMicros() {
        return Micros.of(now);
    }

    Range range(java.time.@Nullable Duration window) {
        return new Range(window == null ? null : nowMicros() - Micros.of(window), nowMicros());
    }

    String column(Fact fact) {
        return "fact_" + facts.indexOf(fact);
    }

    /** The column in a relation that has them all. */
    Field<?> field(Relation relation, Fact fact) {
        return isText(fact.type())
                ? relation.text(column(fact))
                : fact.type() == Type.BOOL ? relation.number(column(fact)) : relation.micros(column(fact));
    }

    static boolean isText(Type type) {
        return type == Type.TEXT || type == Type.KIND || type == Type.STATE;
    }
}
