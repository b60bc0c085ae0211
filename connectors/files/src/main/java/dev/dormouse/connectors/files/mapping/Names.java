package dev.dormouse.connectors.files.mapping;

import dev.dormouse.connectors.files.mapping.Paths.Node;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names that were seen at one place of a record, found by their bytes. */
final class Names {

    /** A power of two. Names that are data, such as addresses used as keys, must not fill the memory. */
    private static final int PLACES = 1 << 10;

    /** A name, and which came after it last: the records of one log have their names in one order, or nearly. */
    static final class Name {

        private final byte[] bytes;
        private final @Nullable Node node;
        private final boolean isEnvelope;
        private final boolean isPage;
        private @Nullable Name next;

        private Name(byte[] bytes, Node parent) {
            String written = new String(bytes, StandardCharsets.US_ASCII);
            this.bytes = bytes;
            node = parent.child(written);
            isEnvelope = Wrappings.isEnvelope(written);
            isPage = Wrappings.isPage(written);
        }

        int length() {
            return bytes.length;
        }

        /** What the mapping looks at there; null for nothing. */
        @Nullable
        Node node() {
            return node;
        }

        /** Collectors wrap a record so. */
        boolean isEnvelope() {
            return isEnvelope;
        }

        /** Vendors wrap several records so. */
        boolean isPage() {
            return isPage;
        }

        private boolean stands(byte[] text, int from) {
            int to = from + bytes.length;
            if (to >= text.length || text[to] != '"') {
                return false;
            }
            // Shorter than what a call to compare arrays takes.
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != text[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Node node;
    private final @Nullable Name[] seen = new Name[PLACES];
    private @Nullable Name first;

    Names(Node node) {
        this.node = node;
    }

    /**
     * The name whose opening quote stands there.
     *
     * @param before the name before it in the same object; null for none
     */
    Name at(JsonBytes json, int quote, @Nullable Name before) {
        byte[] bytes = json.bytes();
        Name expected = before == null ? first : before.next;
        if (expected != null && bytes[quote] == '"' && expected.stands(bytes, quote + 1)) {
            return expected;
        }
        Name name = lookedUp(json, quote);
        if (before == null) {
            first = name;
        } else {
            before.next = name;
        }
        return name;
    }

    private Name lookedUp(JsonBytes json, int quote) {
        byte[] bytes = json.bytes();
        if (bytes[quote] != '"') {
            throw new JsonBytes.NotPlain();
        }
        int hash = 0;
        int at = quote + 1;
        for (byte b = bytes[at]; b != '"'; b = bytes[++at]) {
            if (b < ' ' || b == '\\') {
                throw new JsonBytes.NotPlain();
            }
            hash = hash * 31 + b;
        }
        int place = (hash ^ hash >>> 15) & (PLACES - 1);
        Name known = seen[place];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, quote + 1, at)) {
            return known;
        }
        Name name = new Name(Arrays.copyOfRange(bytes, quote + 1, at), node);
        if (known != null) {
            // Else names that are data would hold each other in one long chain.
            known.next = null;
        }
        seen[place] = name;
        return name;
    }
}
