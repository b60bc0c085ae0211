package dev.dormouse.app.storm;

import java.util.List;
import java.util.Random;

/**
 * Where the program is killed.
 *
 * @param inside at a point between two effects; otherwise at a request, or a message, as a remote system sees it
 * @param number counted from 1
 */
record Kill(boolean inside, int number, Trap.Moment moment) {

    private static final List<Integer> SOME = List.of(9, 24, 60);

    static Kill inside(int number) {
        return new Kill(true, number, Trap.Moment.BEFORE_EFFECT);
    }

    static Kill outside(int number, Trap.Moment moment) {
        return new Kill(false, number, moment);
    }

    /** A number beyond the end kills nobody; most commands are short, some have a hundred points. */
    static Kill anywhere(Random random, String command) {
        boolean inside = random.nextBoolean();
        int bound = inside ? points(random, command) : points(random, command) / 3;
        int number = 1 + random.nextInt(Math.max(1, bound));
        return inside
                ? inside(number)
                : outside(number, random.nextBoolean() ? Trap.Moment.BEFORE_EFFECT : Trap.Moment.BEFORE_ANSWER);
    }

    private static int points(Random random, String command) {
        if (command.equals("announce")) {
            return 90;
        }
        if (command.startsWith("run")) {
            return SOME.get(random.nextInt(SOME.size()));
        }
        return command.equals("restore") ? 12 : 3;
    }
}
