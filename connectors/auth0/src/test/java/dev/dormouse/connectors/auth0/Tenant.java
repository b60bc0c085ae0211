package dev.dormouse.connectors.auth0;

import dev.dormouse.sandbox.auth0.Auth0StandIn;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.ReportsActivity;
import dev.dormouse.spi.Sighting;
import dev.dormouse.testkit.BareSurroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.RecordingSink;
import dev.dormouse.testkit.SettableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stand-in and a connector to it. */
final class Tenant implements AutoCloseable {

    static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");

    final Auth0StandIn auth0 = new Auth0StandIn();
    final SettableClock clock = new SettableClock(NOW);
    final RecordingSink sink = new RecordingSink();

    Feed read() {
        return read(Map.of());
    }

    Feed read(Map<String, String> more) {
        return connect(more).readActivity(sink);
    }

    Feed read(Patience patience) {
        return ((ReportsActivity) new Auth0Provider().connect(settings(Map.of()), BareSurroundings.at(clock, patience)))
                .readActivity(sink);
    }

    ReportsActivity connect(Map<String, String> more) {
        return (ReportsActivity) new Auth0Provider().connect(settings(more), BareSurroundings.at(clock));
    }

    List<Sighting> sightings() {
        return sink.sightings();
    }

    void add(int users) {
        for (int i = 0; i < users; i++) {
            auth0.add("github|" + i, "user-" + i, NOW.minusSeconds(i));
        }
    }

    MapSettings settings(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "domain",
                "acme.eu.auth0.com",
                "url",
                auth0.uri().toString(),
                "clientId",
                Auth0StandIn.CLIENT_ID,
                "clientSecret",
                Auth0StandIn.CLIENT_SECRET));
        values.putAll(more);
        return MapSettings.of(values);
    }

    @Override
    public void close() {
        auth0.close();
    }
}
