package dev.dormouse.testkit;

import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Surroundings;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Surroundings for tests of connectors: no files, and a patience that lets the first failure through. */
public final class BareSurroundings {

    private BareSurroundings() {}

    public static Surroundings at(Clock clock) {
        return at(clock, new Impatience());
    }

    public static Surroundings at(Clock clock, Patience patience) {
        FileStore noFiles = pattern -> List.of();
        return new Surroundings(clock, noFiles, patience);
    }

    private static final class Impatience implements Patience {

        @Override
        public <T> T read(Supplier<T> call) {
            return call.get();
        }
    }
}
