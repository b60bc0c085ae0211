package dev.dormouse.app.storm;

import java.util.Random;

/**
 * Where the program is killed.
 *
 * @param inside at a point between two effects; otherwise at a request, or a message, as a remote system sees it
 * @param number counted from 1
 */
record Kill(boolean inside, int number, Trap.Moment moment) {

    static Kill inside(int number) {
        return new Kill(true, number, Trap.Moment.BEFORE_EFFECT);
    }

    static Kill outside(int number, Trap.Moment moment) {
        return new Kill(false, number, moment);
    }

    static Kill anywhere(Random random, Program.Counted expected) {
        boolean inside = random.nextBoolean();
        int number = 1 + random.nextInt(Math.max(1, inside ? expected.points() : expected.requests()));
        return inside
                ? inside(number)
                : outside(number, random.nextBoolean() ? Trap.Moment.BEFORE_EFFECT : Trap.Moment.BEFORE_ANSWER);
    }
}
