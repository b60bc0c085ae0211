package dev.dormouse.connectors.github;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What GitHub answered, whatever the status. */
record HttpAnswer(String call, int status, HttpHeaders headers, String body) {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"next\"");

    @Nullable
    String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The address of the next page; null on the last. */
    @Nullable
    URI next() {
        for (String link : headers.allValues("link")) {
            Matcher matcher = NEXT.matcher(link);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        return null;
    }
}
