package dev.dormouse.core.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a written text may stand in a message: a misplaced colon must not carry a secret into a log. */
public final class Shown {

    private static final int LONGEST = 60;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_./*?@-]*");

    private Shown() {}

    /** A key, cut at the first character that no key has: of {@code token:s3cr3t} only {@code token} is shown. */
    public static String key(String written) {
        Matcher name = NAME.matcher(written);
        String shown = name.lookingAt() ? name.group() : "";
        return quote(shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown, written);
    }

    /** A value from a place where no secret belongs. */
    public static String value(String written) {
        String oneLine = written.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return quote(oneLine.length() > LONGEST ? oneLine.substring(0, LONGEST) : oneLine, oneLine);
    }

    private static String quote(String shown, String written) {
        return "'" + shown + (shown.length() < written.length() ? "…" : "") + "'";
    }
}
