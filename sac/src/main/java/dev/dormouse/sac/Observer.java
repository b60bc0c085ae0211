package dev.dormouse.sac;

import dev.dormouse.sac.Observed.Activities;
import dev.dormouse.sac.Observed.Content;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.GroupRecord;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ListsGroups;
import dev.dormouse.spi.Problem;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what the connectors of a system tell. A source that fails leaves a fault for the rows that need it. */
public final class Observer {

    private static final String NO_LOG = "no source tells the activity log";
    private static final String NO_CONTENT = "no source tells the content";

    private final List<AccountRecord> users = new ArrayList<>();
    private final Map<String, GroupRecord> teams = new LinkedHashMap<>();
    private @Nullable Activities activities;
    private @Nullable Content content;
    private @Nullable String unlisted;
    private @Nullable String failure;

    /** Where the users cannot be listed, nothing can be said of anybody. */
    public void users(ListsAccounts accounts) {
        try {
            accounts.listAccounts(users::add);
        } catch (ConnectorException e) {
            users.clear();
            unlisted = e.getMessage();
        }
    }

    /** @throws ConnectorException where the teams cannot be listed */
    public void teams(ListsGroups groups) {
        groups.listGroups(group -> teams.put(group.name(), group));
    }

    /** A log is told by the instant since which it is complete; without one it is a listing of content. */
    public void source(ReportsActivity source) {
        Sink sink = new Sink();
        try {
            Feed feed = source.readActivity(sink);
            if (feed.completeFrom() == null) {
                content = sink.content();
            } else {
                activities = sink.activities(feed);
            }
            if (sink.owns) {
                content = sink.content();
            }
        } catch (ConnectorException e) {
            failure = failure == null ? e.getMessage() : failure + "; " + e.getMessage();
        }
    }

    public Observed observed() {
        String why = failure;
        return new Observed(
                users,
                unlisted,
                teams,
                activities == null ? Activities.none(why == null ? NO_LOG : why) : activities,
                content == null ? Content.none(why == null ? NO_CONTENT : why) : content);
    }

    /** What one source tells. */
    private static final class Sink implements ActivitySink {

        private final Map<String, List<Instant>> logins = new HashMap<>();
        private final Set<Long> seen = new HashSet<>();
        private final Set<String> unreadable = new HashSet<>();
        private final Map<String, Integer> ofPrivate = new HashMap<>();
        private final Map<String, Integer> ofPublic = new HashMap<>();
        private boolean owns;
        private @Nullable String problem;

        @Override
        public void sighting(Sighting sighting) {
            switch (sighting) {
                case Sighting.Event event -> {
                    if (event.kind() == ActivityKind.LOGIN && seen.add(event.id())) {
                        logins.computeIfAbsent(event.account(), _ -> new ArrayList<>())
                                .add(event.at());
                    }
                }
                case Sighting.Owns piece -> {
                    owns = true;
                    Map<String, Integer> counts = switch (piece.visibility()) {
                        case PRIVATE -> ofPrivate;
                        case PUBLIC -> ofPublic;
                    };
                    counts.merge(piece.account(), 1, Integer::sum);
                }
                case Sighting.Unreadable one -> unreadable.add(one.account());
                case Sighting.At _, Sighting.Never _, Sighting.Dormant _, Sighting.Active _ -> {}
            }
        }

        @Override
        public void attributes(AccountRecord account) {}

        @Override
        public void problem(Problem one) {
            problem = problem == null ? one.toString() : problem;
        }

        Activities activities(Feed feed) {
            return new Activities(logins, feed.records() == 0 ? null : feed.completeFrom(), unreadable, problem);
        }

        Content content() {
            return new Content(ofPrivate, ofPublic, problem);
        }
    }
}
