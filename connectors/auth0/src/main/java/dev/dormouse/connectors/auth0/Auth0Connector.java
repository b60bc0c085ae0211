package dev.dormouse.connectors.auth0;

import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.Surroundings;
import java.time.Instant;

/** One Auth0 tenant. Reports when its users last logged in. */
final class Auth0Connector implements Connector, ReportsActivity {

    private static final int CEILING = 1_000;

    private final Auth0Config config;
    private final Auth0Client client;
    private final Surroundings surroundings;

    Auth0Connector(Auth0Config config, Auth0Client client, Surroundings surroundings) {
        this.config = config;
        this.client = client;
        this.surroundings = surroundings;
    }

    @Override
    public Feed readActivity(ActivitySink sink) {
        Instant start = surroundings.clock().instant();
        Auth0Users users = new Auth0Users(config.account(), sink);
        int page = 0;
        Auth0Page answer;
        do {
            answer = fetch(page++);
            answer.users().forEach(users::take);
            if (answer.total() > CEILING) {
                throw Auth0Failures.ceiling(
                        "Auth0 " + config.domain() + ": the tenant has " + answer.total() + " users");
            }
        } while (users.count() < answer.total() && !answer.users().isEmpty());
        users.finish(config.domain(), answer.total());
        return new Feed(start, null, Feed.Absence.NOTHING_SEEN, users.count(), "");
    }

    private Auth0Page fetch(int page) {
        return surroundings.patience().read(() -> client.fetchUsers(page));
    }

    @Override
    public String toString() {
        return "auth0 " + config.domain();
    }
}
