package dev.dormouse.app.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/**
 * The program in a process of its own. At its fatal point it asks the parent, by a line on its output, to be killed, and
 * waits for that: nothing of it runs any more, as with every SIGKILL.
 */
final class Child {

    static final String KILL_ME = "KILL ME ";

    private Child() {}

    /** @param args folder, instant, number of the fatal point, how to end, words of the command */
    public static void main(String[] args) {
        KillPoints points = new KillPoints(Integer.parseInt(args[2]), Child::die);
        new Command(Arrays.asList(args).subList(4, args.length)).run(Path.of(args[0]), Instant.parse(args[1]), points);
        if (!args[3].isEmpty()) {
            // Only so does the virtual machine keep its archive of classes.
            System.exit(0);
        }
        // Threads of HTTP clients would keep the process for seconds.
        Runtime.getRuntime().halt(0);
    }

    @SuppressWarnings("SystemOut") // The pipe to the parent.
    private static void die(String point) {
        System.out.println(KILL_ME + point);
        System.out.flush();
        try {
            while (System.in.read() >= 0) {
                // Nobody writes; the parent kills.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the parent is gone");
    }
}
