package dev.dormouse.connectors.slack;

import dev.dormouse.sandbox.slack.SlackStandIn;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.SendsMessages;
import dev.dormouse.testkit.BareSurroundings;
import dev.dormouse.testkit.MapSettings;
import dev.dormouse.testkit.SettableClock;
import java.time.Instant;
import java.util.Map;

/** A stand-in with one channel and a connector to it. */
final class Workspace implements AutoCloseable {

    static final String CHANNEL = "C033QBE511V";

    final SettableClock clock = new SettableClock(Instant.parse("2024-06-19T12:00:00Z"));
    final SlackStandIn slack = new SlackStandIn(clock);
    final SendsMessages connector = connect(SlackStandIn.TOKEN);

    Workspace() {
        slack.open(CHANNEL);
    }

    SendsMessages connect(String token) {
        return (SendsMessages) new SlackProvider()
                .connect(MapSettings.of(Map.of("token", token, "url", slack.methods())), BareSurroundings.at(clock));
    }

    static Message message(String key, String text) {
        return new Message(key, CHANNEL, "digest", Map.of(), "Dormant Users Automation", text, "");
    }

    @Override
    public void close() {
        slack.close();
    }
}
