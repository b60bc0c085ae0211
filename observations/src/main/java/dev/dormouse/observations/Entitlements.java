package dev.dormouse.observations;

import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.workflow.Exemptions.Kind;
import dev.dormouse.core.workflow.Workflow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The entitlements a workflow asks for, one column each, 1 for held. */
record Entitlements(List<String> names, List<String> prefixes, Ignoring ignoring) {

    /** Nobody is both for GitHub, and a plain list of logins cannot tell them apart; a dormant report can. */
    private static final String OUTSIDER = "outside-collaborator";

    private static final String MEMBER = "org-member";

    static Entitlements of(Workflow workflow, AskedFacts facts) {
        Set<String> names = new LinkedHashSet<>();
        workflow.selection().holding().forEach(name -> names.add(plain(name)));
        workflow.exemptions().entries().stream()
                .filter(entry -> entry.kind() == Kind.GROUP)
                .forEach(entry -> names.add(plain(entry.match())));
        facts.of(Fact.Holds.class).forEach(fact -> names.add(plain(fact.entitlement())));
        if (names.contains(MEMBER)) {
            names.add(OUTSIDER);
        }
        List<String> prefixes = facts.of(Fact.HoldsAny.class).stream()
                .map(fact -> plain(fact.prefix()))
                .distinct()
                .toList();
        Ignoring ignoring = new Ignoring(workflow.selection().ignoring().stream()
                .map(Entitlements::plain)
                .toList());
        return new Entitlements(List.copyOf(names), prefixes, ignoring);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    static String column(int place) {
        return "holds_" + place;
    }

    String prefixColumn(String prefix) {
        return "any_" + prefixes.indexOf(plain(prefix));
    }

    /** Whether a column of the form of {@link Held} contains an entitlement with this beginning that counts. */
    Condition beginsIn(Field<String> held, String prefix) {
        return DSL.position(ignoring.without(held), DSL.val("\n" + prefix)).gt(DSL.inline(0));
    }

    /** Whether a column of the form of {@link Held} contains the entitlement of that place. */
    Condition containedIn(Field<String> held, int place) {
        return DSL.position(held, DSL.val(Held.entry(names.get(place)))).gt(DSL.inline(0));
    }

    /** Whether the account of this relation holds it. */
    Condition heldBy(Relation subject, String entitlement) {
        Condition held = marked(subject, plain(entitlement));
        return plain(entitlement).equals(MEMBER) ? held.and(DSL.not(marked(subject, OUTSIDER))) : held;
    }

    private Condition marked(Relation subject, String entitlement) {
        return subject.number(column(names.indexOf(entitlement))).eq(DSL.inline(1));
    }
}
