package dev.dormouse.connectors.s3;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code s3://bucket/key}, whose last part may hold {@code *} and {@code ?}.
 *
 * @param prefix the key up to the first wildcard; the whole key where there is none
 * @param keys what a key must match
 */
record Address(String written, String bucket, String prefix, Pattern keys) {

    private static final Pattern FORM = Pattern.compile("s3://([^/*?]+)/([^*?]*/)?([^/]+)");

    static Address of(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw new ConnectorException(
                    S3ErrorCode.S3_BAD_ADDRESS,
                    new Reaction.Invalid(),
                    written + ": write s3://bucket/folder/name, where only the name may hold * and ?");
        }
        String folder = form.group(2) == null ? "" : form.group(2);
        String name = form.group(3);
        String literal = name.split("[*?]", 2)[0];
        return new Address(written, form.group(1), folder + literal, Pattern.compile(regex(folder, name)));
    }

    private static String regex(String folder, String name) {
        // As in a shell, a star does not match the dot at the start of a hidden name.
        String visible = name.startsWith(".") ? "" : "(?!\\.)";
        return Pattern.quote(folder)
                + visible
                + name.chars()
                        .mapToObj(c -> c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining());
    }

    boolean hasWildcard() {
        return written.contains("*") || written.contains("?");
    }

    boolean matches(String key) {
        return keys.matcher(key).matches();
    }
}
