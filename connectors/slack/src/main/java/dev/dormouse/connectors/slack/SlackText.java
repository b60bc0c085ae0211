package dev.dormouse.connectors.slack;

import java.util.ArrayList;
import java.util.List;

/** Slack's markup: what must be escaped, and pieces that a block can hold. */
final class SlackText {

    /** What one section block holds. */
    static final int BLOCK = 3_000;

    /** What one message holds. */
    static final int BLOCKS = 50;

    private static final String CUT = "_The rest does not fit into a message; the list of cases shows all._";

    private SlackText() {}

    /** The three characters that Slack reads as the beginning of links and mentions. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text in pieces of at most {@link #BLOCK} characters, divided between lines where possible. */
    static List<String> blocks(String escaped) {
        List<String> pieces = new ArrayList<>();
        String rest = escaped.strip();
        while (!rest.isEmpty()) {
            if (pieces.size() == BLOCKS - 1 && rest.length() > BLOCK) {
                pieces.add(CUT);
                break;
            }
            int end = end(rest);
            pieces.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return pieces;
    }

    private static int end(String text) {
        if (text.length() <= BLOCK) {
            return text.length();
        }
        int line = text.lastIndexOf('\n', BLOCK);
        if (line > 0) {
            return line;
        }
        // Neither an entity such as &amp; nor a character outside the basic plane may be torn.
        int end = BLOCK;
        int entity = text.lastIndexOf('&', end - 1);
        if (entity > end - 5 && text.indexOf(';', entity) >= end) {
            end = entity;
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
