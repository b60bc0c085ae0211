package dev.dormouse.app.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Up to three kills at generated places in every command. */
final class GeneratedStorm implements Storm {

    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(7), Duration.ofHours(5), Duration.ofHours(30));
    private static final Program.Counted FIRST_GUESS = new Program.Counted(12, 8);

    private final Map<String, Program.Counted> expected;
    private final Random random;
    private final int most;
    private int struck;

    /**
     * @param expected what earlier scenarios counted, and later ones will
     * @param most how many kills are still wanted
     */
    GeneratedStorm(long seed, Map<String, Program.Counted> expected, int most) {
        this.random = new Random(~seed);
        this.expected = expected;
        this.most = most;
    }

    static Map<String, Program.Counted> nothingKnown() {
        return new HashMap<>();
    }

    int struck() {
        return struck;
    }

    @Override
    public List<Kill> kills(String name) {
        List<Kill> kills = new ArrayList<>();
        int count = List.of(0, 0, 1, 1, 1, 2, 3).get(random.nextInt(7));
        for (int i = 0; i < Math.min(count, most - struck); i++) {
            kills.add(Kill.anywhere(random, expected.getOrDefault(name, FIRST_GUESS)));
        }
        return kills;
    }

    @Override
    public void expect(String name, Program.Counted counted) {
        expected.merge(
                name,
                counted,
                (old, fresh) -> new Program.Counted(
                        Math.max(old.points() / 2, fresh.points()), Math.max(old.requests() / 2, fresh.requests())));
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
