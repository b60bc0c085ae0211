package dev.dormouse.connectors.files.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one record has at the places that a mapping looks at. One object for all records. */
public final class Values {

    /** An array longer than that is content, not a name. */
    private static final int MOST = 64;

    private final @Nullable String[] first;
    private final @Nullable List<String>[] more;
    private final int[] depths;
    private final boolean[] odd;

    /** Where a value lies that nobody has asked for yet; an end of 0 for none. */
    private final int[] begins;

    private final int[] ends;
    private final Words words = new Words();
    private JsonBytes json = JsonBytes.NONE;

    private final int[] touched;
    private int touches;
    private int deepest;
    private long fingerprint;
    private boolean emptyPage;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type cannot be made otherwise
    Values(int count) {
        first = new String[count];
        more = new List[count];
        depths = new int[count];
        odd = new boolean[count];
        begins = new int[count];
        ends = new int[count];
        touched = new int[count];
    }

    void clear() {
        for (int i = 0; i < touches; i++) {
            int slot = touched[i];
            first[slot] = null;
            more[slot] = null;
            depths[slot] = 0;
            odd[slot] = false;
            begins[slot] = 0;
            ends[slot] = 0;
        }
        touches = 0;
        fingerprint = 0;
        deepest = 0;
        emptyPage = false;
    }

    private void touch(int slot) {
        if (!isThere(slot) && !odd[slot]) {
            touched[touches++] = slot;
        }
    }

    boolean isThere(int slot) {
        return first[slot] != null || ends[slot] > 0;
    }

    /** Values of that text may be told by their places. */
    void of(JsonBytes text) {
        json = text;
    }

    /** The same as {@link #add(int, String, int)}, of ASCII without escapes. */
    void add(int slot, int begin, int end, int depth) {
        if (isThere(slot)) {
            add(slot, words.of(json, begin, end), depth);
        } else if (!json.isBlank(begin, end)) {
            touch(slot);
            begins[slot] = begin;
            ends[slot] = end;
            depths[slot] = depth;
            deepest = Math.max(deepest, depth);
        }
    }

    /** @param depth in how many envelopes the value lies; the innermost is the vendor's own */
    void add(int slot, String value, int depth) {
        if (value.isBlank()) {
            return;
        }
        if (!isThere(slot) || depth > depths[slot]) {
            touch(slot);
            first[slot] = value;
            begins[slot] = 0;
            ends[slot] = 0;
            more[slot] = null;
            depths[slot] = depth;
            deepest = Math.max(deepest, depth);
            return;
        }
        List<String> others = more[slot];
        if (others == null) {
            others = new ArrayList<>();
            more[slot] = others;
        }
        if (depth == depths[slot] && others.size() < MOST) {
            others.add(value);
        }
    }

    /** There is something that is no plain value. */
    void addOdd(int slot) {
        touch(slot);
        odd[slot] = true;
    }

    /** What would be a page of records has none. */
    void emptyPage() {
        emptyPage = true;
    }

    /** The record is a page of records on which there is none. */
    public boolean isEmptyPage() {
        return emptyPage;
    }

    boolean isOdd(int slot) {
        return odd[slot] && !isThere(slot);
    }

    void fingerprint(long value) {
        fingerprint = value;
    }

    /** A digest of the whole record, where it was asked for. */
    long fingerprint() {
        return fingerprint;
    }

    @Nullable
    String first(int slot) {
        if (ends[slot] > 0) {
            first[slot] = words.of(json, begins[slot], ends[slot]);
            begins[slot] = 0;
            ends[slot] = 0;
        }
        return first[slot];
    }

    /** A value that is there. */
    String text(int slot) {
        return Objects.requireNonNull(first(slot));
    }

    /** Of a value that is there, without white space around it. */
    long digest(int slot) {
        return ends[slot] > 0 && json.at(begins[slot]) > ' ' && json.at(ends[slot] - 1) > ' '
                ? Digest.of(json.bytes(), begins[slot], ends[slot])
                : Digest.of(text(slot).strip());
    }

    /** The value where it is nothing but so many digits; otherwise -1. */
    long digits(int slot, int wanted) {
        return ends[slot] - begins[slot] == wanted ? json.digits(begins[slot], ends[slot]) : -1;
    }

    /** At most one value is there. */
    boolean isSingle(int slot) {
        return more[slot] == null;
    }

    int depth(int slot) {
        return depths[slot];
    }

    int deepest() {
        return deepest;
    }

    List<String> all(int slot) {
        String one = first(slot);
        if (one == null) {
            return List.of();
        }
        List<String> others = more[slot];
        if (others == null) {
            return List.of(one);
        }
        List<String> all = new ArrayList<>(List.of(one));
        all.addAll(others);
        return all;
    }
}
