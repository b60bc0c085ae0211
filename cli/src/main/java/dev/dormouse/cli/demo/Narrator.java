package dev.dormouse.cli.demo;

import dev.dormouse.engine.Progress;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells the story on the screen. */
final class Narrator implements Progress {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final int WIDTH = 110;

    private final PrintWriter out;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void heading(Instant at, String title) {
        out.println();
        out.println("== " + DATE.format(at) + " · " + title);
        out.flush();
    }

    void heading(String title) {
        out.println();
        out.println("== " + title);
        out.flush();
    }

    void say(String line) {
        print("   ", line);
    }

    /** A command as the reader would type it. */
    void command(String line) {
        whole("$ dormouse " + line);
    }

    /** A line that the reader may copy, and that stays in one piece. */
    void whole(String line) {
        out.println("   " + line);
        out.flush();
    }

    /** Something that was written elsewhere. */
    void quote(String text) {
        text.lines().forEach(line -> print("   | ", line));
    }

    private void print(String margin, String line) {
        String rest = line;
        String indent = margin;
        while (indent.length() + rest.length() > WIDTH) {
            int end = rest.lastIndexOf(' ', WIDTH - indent.length());
            if (end <= 0) {
                break;
            }
            out.println(indent + rest.substring(0, end));
            rest = rest.substring(end + 1);
            indent = margin + "  ";
        }
        out.println((indent + rest).stripTrailing());
        out.flush();
    }

    @Override
    public void doing(String line) {}

    @Override
    public void warn(String line) {
        say("warning: " + line);
    }
}
