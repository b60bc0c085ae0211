package dev.dormouse.connectors.files.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places in a record that a mapping looks at, numbered. Names are compared by their letters and digits alone, without
 * case, because collectors rewrite {@code createdDateTime} as {@code created_date_time} or {@code CreatedDateTime}; and
 * {@code actor.email} is found as {@code actor_email} and as {@code "actor.email"} too. Arrays on the way are looked
 * through.
 */
public final class Paths {

    private final Map<String, Integer> slots = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private final List<String> written = new ArrayList<>();

    /** The number of a path; the same for the same path. */
    int slot(String path) {
        String canonical = String.join(".", segments(path));
        Integer known = slots.putIfAbsent(canonical, written.size());
        if (known != null) {
            return known;
        }
        written.add(path);
        return written.size() - 1;
    }

    /** A name that is the vendor's own, although collectors use it for envelopes. */
    void own(String name) {
        own.add(normal(name));
    }

    int count() {
        return written.size();
    }

    /** The path as it was written. */
    String written(int slot) {
        return written.get(slot);
    }

    /** A new tree of the paths; not thread-safe, because it remembers the names that it has seen. */
    Node tree() {
        Node root = new Node();
        own.forEach(name -> root.children.put(name, new Node(true)));
        Map<List<String>, List<Node>> ways = new HashMap<>();
        slots.forEach((written, slot) -> {
            List<String> path = List.of(written.split("\\.", -1));
            ways.put(path, root.add(path, slot));
        });
        // Only now: authorAccountId, where a mapping names it, is a place of its own and not author.accountId.
        ways.forEach(Node::join);
        return root;
    }

    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("\\.", -1)) {
            String name = normal(segment);
            if (!name.isEmpty()) {
                segments.add(name);
            }
        }
        return segments;
    }

    static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                normal.append(Character.toLowerCase(c));
            }
        }
        return normal.toString();
    }

    /** What may follow at one place. */
    static final class Node {

        /** Names that are data, such as addresses used as keys, must not fill the memory. */
        private static final int REMEMBERED = 2_000;

        private final Map<String, Node> children = new HashMap<>();
        private final Map<String, Seen> seen = new HashMap<>();
        private final Names names = new Names(this);
        private final boolean own;
        private int slot = -1;

        Node() {
            this(false);
        }

        /** @param own nobody else uses its name */
        private Node(boolean own) {
            this.own = own;
        }

        /** The node of a name as it is written in the record; null where nobody looks. */
        @Nullable
        Node child(String name) {
            Seen known = seen.get(name);
            if (known != null) {
                return known.node;
            }
            Node child = children.get(normal(name));
            if (seen.size() < REMEMBERED) {
                seen.put(name, new Seen(child));
            }
            return child;
        }

        /** The same for names as bytes. */
        Names names() {
            return names;
        }

        int slot() {
            return slot;
        }

        boolean isLeaf() {
            return children.isEmpty();
        }

        /** A plain value is looked for here; an object at this place is somebody else's. */
        boolean mayBeEnvelope() {
            return slot >= 0 && !own && isLeaf();
        }

        /** The nodes on the way from here to the place. */
        private List<Node> add(List<String> path, int number) {
            List<Node> way = new ArrayList<>(List.of(this));
            for (String name : path) {
                way.add(way.getLast().children.computeIfAbsent(name, key -> new Node()));
            }
            way.getLast().slot = number;
            return way;
        }

        /** Names that are several segments in one lead to the same place. */
        private static void join(List<String> path, List<Node> way) {
            for (int from = 0; from < path.size(); from++) {
                for (int to = from + 2; to <= path.size(); to++) {
                    way.get(from).children.putIfAbsent(String.join("", path.subList(from, to)), way.get(to));
                }
            }
        }

        private record Seen(@Nullable Node node) {}
    }
}
