package dev.dormouse.connectors.notify;

import dev.dormouse.sandbox.notify.NotifyStandIn;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.testkit.BareSurroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.SettableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A stand-in and a connector to it, with the templates of the script that Dormouse replaces. */
final class Service implements AutoCloseable {

    static final String ANNOUNCE = "30351e8f-320b-4ebe-b0bf-d6aa0a7c607d";
    static final String REMIND = "7405b6f8-9355-4572-8b8c-c73bc8cdee3c";
    static final String REMOVED = "d1698bc9-7176-4d54-bece-e68d03d5896a";
    static final String REPLY_TO = "6767e190-996f-462c-b7f8-9bafe7b96a01";

    final SettableClock clock = new SettableClock(Instant.parse("2024-06-19T12:00:00Z"));
    final NotifyStandIn notify = new NotifyStandIn(clock);
    final SendsMessages connector = connect(Map.of());

    SendsMessages connect(Map<String, ?> more) {
        return (SendsMessages) new NotifyProvider().connect(MapSettings.of(settings(more)), BareSurroundings.at(clock));
    }

    Map<String, Object> settings(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "apiKey",
                NotifyStandIn.API_KEY,
                "url",
                notify.uri().toString(),
                "replyTo",
                REPLY_TO,
                "templates",
                Map.of("announce", ANNOUNCE, "remind", REMIND, "removed", REMOVED)));
        values.putAll(more);
        return values;
    }

    static Message message(String key, String template, Map<String, String> values) {
        return new Message(key, "bob@acme.example", template, values, "subject", "text", "");
    }

    @Override
    public void close() {
        notify.close();
    }
}
