package dev.dormouse.app.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Up to three kills at generated places in every command. */
final class GeneratedStorm implements Storm {

    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(7), Duration.ofHours(5), Duration.ofHours(30));

    private final Random random;
    private final int most;
    private int struck;

    /**
     * @param most how many kills are still wanted
     */
    GeneratedStorm(long seed, int most) {
        this.random = new Random(~seed);
        this.most = most;
    }

    int struck() {
        return struck;
    }

    @Override
    public List<Kill> kills(String name) {
        List<Kill> kills = new ArrayList<>();
        int count = List.of(0, 0, 1, 1, 1, 2, 3).get(random.nextInt(7));
        for (int i = 0; i < Math.min(count, most - struck); i++) {
            kills.add(Kill.anywhere(random, name));
        }
        return kills;
    }

    @Override
    public void struck(boolean killed) {
        struck += killed ? 1 : 0;
    }

    @Override
    public Duration pause() {
        return PAUSES.get(random.nextInt(PAUSES.size()));
    }

    @Override
    public boolean meanwhile() {
        return random.nextBoolean();
    }
}
