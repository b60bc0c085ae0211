package dev.dormouse.observations;

import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.History.Trace;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.SourceRule.Need;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which names the activity of those who are looked back on is kept: that of an account under its own; what a source
 * saw of a person under the names it has for that person; that of a grant under the names that {@link Grants} gives it. A
 * grant is the account with the entitlement after a line break. Text for {@link GapSql}; {@link GrantSql} and
 * {@link PersonSql} are the same for the judgement.
 */
final class PastNames {

    private final History history;
    private final Selection selection;
    private final Feeds feeds;
    private final TellingFeeds telling;
    private final boolean areThemselves;
    private final List<String> own = new ArrayList<>();
    private final List<String> ofPersons = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    PastNames(History history, Feeds feeds, TellingFeeds telling) {
        this.history = history;
        this.selection = history.question().workflow().selection();
        this.feeds = feeds;
        this.telling = telling;
        this.areThemselves =
                !selection.isAboutGrants() && history.traces().stream().noneMatch(this::isOfPersons);
        if (!areThemselves) {
            history.traces().forEach(this::add);
        }
    }

    /** Whether every name is that of an account, so that nothing has to be looked up. */
    boolean areThemselves() {
        return areThemselves;
    }

    private boolean isOfPersons(Trace trace) {
        return selection.matchesPersons(trace.source());
    }

    private void add(Trace trace) {
        long feed = feeds.number(trace.source(), trace.application());
        String application = GapSql.quoted(trace.application());
        String place = "%d, %s, %d".formatted(feed, application, place(trace.application()));
        if (isOfPersons(trace)) {
            ofPersons.add("(" + place + ")");
        } else {
            for (String form : telling.numbers().contains(feed) ? List.of("OWN", "ANY") : List.of("WHOLE")) {
                own.add("(%s, '%s')".formatted(place, form));
            }
        }
        if (isNeeded(trace) && (isOfPersons(trace) || telling.numbers().contains(feed))) {
            unknown.add(cannotKnow(trace, feed));
        }
    }

    /** Who is not joined to one person; and what a source that tells entitlements may call something else. */
    private String cannotKnow(Trace trace, long feed) {
        String application = GapSql.quoted(trace.application());
        return isOfPersons(trace) ? """
            p.application = %1$s and %2$s not in (
                select account from account_person where application = %1$s and person is not null
                and person not in (select person from seen_person where feed = %3$d and problem is not null))
            """.formatted(application, account("p"), feed) : """
            p.application = %s and split_part(p.account, chr(10), 2) not in (
                select split_part(account, chr(10), 2) from seen where feed = %d and position(chr(10) in account) > 0)
            """.formatted(application, feed);
    }

    /** Whether nobody is looked at of whom the source cannot know anything: it has to be heard, or no source has to. */
    private boolean isNeeded(Trace trace) {
        return trace.need() == Need.REQUIRED
                || history.of(trace.application()).stream().noneMatch(one -> one.need() == Need.REQUIRED);
    }

    /** Without the entitlement, of a row of {@code resident}. */
    private static String account(String row) {
        return "split_part(" + row + ".account, chr(10), 1)";
    }

    int place(String application) {
        return history.applications().indexOf(application);
    }

    /** {@code resident}: everybody in scope; and {@code named}: their names in each feed. */
    String resident(String population) {
        String resident = "resident as (" + population + ")";
        if (areThemselves()) {
            return resident;
        }
        List<String> parts = new ArrayList<>();
        if (!own.isEmpty()) {
            parts.add("""
                select f.feed, f.place, r.account,
                    case f.form when 'WHOLE' then %1$s when 'ANY' then %1$s || chr(10) else r.account end as name
                from resident r join (values %2$s) f(feed, application, place, form) on f.application = r.application
                """.formatted(account("r"), String.join(", ", own)));
        }
        if (!ofPersons.isEmpty()) {
            parts.add("""
                select f.feed, f.place, r.account, w.account as name
                from resident r join (values %2$s) f(feed, application, place) on f.application = r.application
                join account_person p on p.application = r.application and p.account = %1$s
                join seen_person w on w.feed = f.feed and w.person = p.person
                """.formatted(account("r"), String.join(", ", ofPersons)));
        }
        return resident + ",\nnamed as (" + String.join(" union all ", parts) + ")";
    }

    /** Leaves those rows {@code p} of {@code resident} out of whom a judgement could not say that they are dormant. */
    String canBeKnown() {
        return unknown.isEmpty() ? "" : "where not (" + String.join(" or ", unknown) + ")";
    }
}
