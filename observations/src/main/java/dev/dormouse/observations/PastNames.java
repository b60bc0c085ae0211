package dev.dormouse.observations;

import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.History.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which names the activity of those who are looked back on is kept: that of an account under its own, that of a grant
 * under the names that {@link Grants} gives it. A grant is the account with the entitlement after a line break. Text for
 * {@link GapSql}, the same as {@link GrantSql} for the judgement.
 */
final class PastNames {

    private static final String ACCOUNT = "split_part(r.account, chr(10), 1)";

    private final List<String> forms;
    private final List<String> strange;

    private PastNames(List<String> forms, List<String> strange) {
        this.forms = List.copyOf(forms);
        this.strange = List.copyOf(strange);
    }

    static PastNames ofAccounts() {
        return new PastNames(List.of(), List.of());
    }

    static PastNames ofGrants(History history, Feeds feeds, TellingFeeds telling) {
        List<String> forms = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (String application : history.applications()) {
            String quoted = GapSql.quoted(application);
            for (Trace trace : history.of(application)) {
                long feed = feeds.number(trace.source(), application);
                for (String form : telling.tells(feed) ? List.of("OWN", "ANY") : List.of("WHOLE")) {
                    forms.add("(%d, %s, '%s')".formatted(feed, quoted, form));
                }
            }
            for (String entitlement : history.question().workflow().selection().holding()) {
                if (isStrange(history.of(application), feeds, telling, entitlement)) {
                    strange.add("(%s, %s)".formatted(quoted, GapSql.quoted(Grants.plain(entitlement))));
                }
            }
        }
        return new PastNames(forms, strange);
    }

    private static boolean isStrange(List<Trace> traces, Feeds feeds, TellingFeeds telling, String entitlement) {
        return traces.stream()
                .anyMatch(trace -> telling.isStrange(feeds.number(trace.source(), trace.application()), entitlement));
    }

    boolean areThemselves() {
        return forms.isEmpty();
    }

    /** {@code resident}: everybody in scope of whom something can be known; and their names. */
    String resident(String population) {
        if (areThemselves()) {
            return "resident as (" + population + ")";
        }
        return """
            resident as (%1$s),
            named as (
                select distinct f.feed, r.account,
                    case f.form when 'WHOLE' then %2$s when 'ANY' then %2$s || chr(10) else r.account end as name
                from resident r join (values %3$s) f(feed, application, form) on f.application = r.application)
            """.formatted(population, ACCOUNT, String.join(", ", forms));
    }

    /** Leaves those rows {@code p} of {@code resident} out whose entitlement a source may call something else. */
    String canBeKnown() {
        return strange.isEmpty()
                ? ""
                : "where (p.application, split_part(p.account, chr(10), 2)) not in (" + String.join(", ", strange)
                        + ")";
    }

    /** To be put after a relation {@code d} that has a feed and an account a row. */
    String join() {
        return areThemselves() ? "" : " join named n on n.feed = d.feed and n.name = d.account";
    }

    /** Whose row it is, after {@link #join}. */
    String account() {
        return areThemselves() ? "d.account" : "n.account";
    }
}
