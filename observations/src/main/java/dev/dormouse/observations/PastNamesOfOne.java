package dev.dormouse.observations;

import dev.dormouse.core.observations.PastSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Under which names the activity of one account or grant is kept; the same as {@link PastNames} for a population. */
final class PastNamesOfOne {

    private final PastSubject subject;
    private final TellingFeeds telling;
    private final String application;
    private final String account;

    PastNamesOfOne(PastSubject subject, TellingFeeds telling) {
        this.subject = subject;
        this.telling = telling;
        this.application = GapSql.quoted(subject.account().application());
        this.account = subject.account().account();
    }

    /** Rows: source, feed, name. */
    String text() {
        Set<Long> feeds = telling.numbers();
        String entitlement = subject.entitlement();
        List<String> parts = new ArrayList<>();
        if (entitlement == null || feeds.isEmpty()) {
            parts.add(own(account, ""));
        } else {
            String list = feeds.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
            parts.add(own(account, " and f.feed not in " + list));
            parts.add(own(Grants.name(account, entitlement), " and f.feed in " + list));
            parts.add(own(Grants.name(account, ""), " and f.feed in " + list));
        }
        if (!subject.ofPersons().isEmpty()) {
            parts.add(ofPersons());
        }
        return String.join(" union all ", parts);
    }

    private String own(String name, String where) {
        String also = subject.ofPersons().isEmpty() ? "" : " and f.source not in " + personSources();
        return "select f.source, f.feed, %s as name from feed f where f.application = %s%s%s"
                .formatted(GapSql.quoted(name), application, where, also);
    }

    private String ofPersons() {
        return """
            select distinct f.source, f.feed, w.account as name from feed f
            join seen_person w on w.feed = f.feed
            join account_person p on p.person = w.person and p.application = f.application
            where f.application = %s and p.account = %s and f.source in %s
            """.formatted(application, GapSql.quoted(account), personSources());
    }

    private String personSources() {
        return subject.ofPersons().stream().map(GapSql::quoted).collect(Collectors.joining(", ", "(", ")"));
    }
}
