package dev.dormouse.connectors.github;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Reaction;
import dev.dormouse.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Repeats as often as a test says, and moves the clock instead of waiting. */
final class ScriptedPatience implements Patience {

    private final SettableClock clock;
    private final List<Duration> waits = new ArrayList<>();
    private int repetitions;

    ScriptedPatience(SettableClock clock) {
        this.clock = clock;
    }

    void allow(int newRepetitions) {
        repetitions = newRepetitions;
    }

    List<Duration> waits() {
        return waits;
    }

    @Override
    public <T> T read(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (ConnectorException e) {
                Duration wait = switch (e.reaction()) {
                    case Reaction.RetryAfter(Duration delay) -> delay;
                    case Reaction.Unavailable() -> Duration.ofSeconds(5);
                    case Reaction.Forbidden(), Reaction.Gone(), Reaction.Invalid() -> throw e;
                };
                if (repetitions-- <= 0) {
                    throw e;
                }
                waits.add(wait);
                clock.advance(wait);
            }
        }
    }
}
