package dev.dormouse.core.yaml;

import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Entry;
import dev.dormouse.core.yaml.Yaml.Items;
import dev.dormouse.core.yaml.Yaml.Span;
import dev.dormouse.core.yaml.Yaml.Style;
import dev.dormouse.core.yaml.Yaml.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Makes trees from text. Built from events, not from composed nodes, so that an alias is never expanded. */
public final class YamlParser {

    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 40;

    private final String file;
    private final String text;
    private final Faults faults;
    private final Offsets offsets;
    private final Iterator<Event> events;

    private YamlParser(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
        this.offsets = new Offsets(text);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST + 1)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The documents of the text; none, and a fault, where it is not YAML. */
    public static List<Yaml> parse(String file, String text, Faults faults) {
        String content = withoutByteOrderMark(text);
        if (content.length() > LONGEST) {
            faults.add(Position.wholeFile(file), "is longer than " + LONGEST + " characters; is it the right file?");
            return List.of();
        }
        try {
            return new YamlParser(file, content, faults).documents();
        } catch (YamlEngineException e) {
            Syntax.explain(file, content, e, faults);
            return List.of();
        } catch (TooDeep e) {
            faults.add(e.at, "is nested more than " + DEEPEST + " levels deep");
            return List.of();
        }
    }

    /** What {@link Span} counts in. */
    public static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private List<Yaml> documents() {
        List<Yaml> documents = new ArrayList<>();
        while (events.hasNext()) {
            if (events.next() instanceof NodeEvent node) {
                documents.add(node(node, 0));
            }
        }
        return documents;
    }

    private Yaml node(NodeEvent event, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeep(at(event));
        }
        refuseAnchor(event);
        return switch (event) {
            case ScalarEvent scalar -> text(scalar);
            case SequenceStartEvent start -> items(start, depth);
            case MappingStartEvent start -> entries(start, depth);
            default -> new Text("", Style.PLAIN, at(event), span(event));
        };
    }

    private Text text(ScalarEvent scalar) {
        refuseTag(scalar, scalar.getTag());
        return new Text(scalar.getValue(), scalar.isPlain() ? Style.PLAIN : Style.QUOTED, at(scalar), span(scalar));
    }

    private Items items(SequenceStartEvent start, int depth) {
        refuseTag(start, start.getTag());
        List<Yaml> values = new ArrayList<>();
        Event next = events.next();
        while (next instanceof NodeEvent item) {
            values.add(node(item, depth + 1));
            next = events.next();
        }
        Span last = values.isEmpty() ? span(start) : values.getLast().span();
        return new Items(values, at(start), whole(start, last, next));
    }

    private Entries entries(MappingStartEvent start, int depth) {
        refuseTag(start, start.getTag());
        Map<String, Entry> byKey = new LinkedHashMap<>();
        Span last = span(start);
        Event next = events.next();
        while (next instanceof NodeEvent keyEvent) {
            Yaml key = node(keyEvent, depth + 1);
            Yaml value = node((NodeEvent) events.next(), depth + 1);
            add(byKey, key, value);
            last = value.span();
            next = events.next();
        }
        return new Entries(byKey, at(start), whole(start, last, next));
    }

    private void add(Map<String, Entry> byKey, Yaml key, Yaml value) {
        if (!(key instanceof Text name) || name.value().isEmpty()) {
            faults.add(key.at(), "a key must be a plain text, not " + key.kind());
            return;
        }
        Entry earlier = byKey.putIfAbsent(name.value(), new Entry(name.value(), key.at(), value));
        if (earlier != null) {
            faults.add(
                    key.at(),
                    "key " + Shown.key(name.value()) + " is written twice in the same mapping, first on line "
                            + earlier.at().line());
        }
    }

    private void refuseAnchor(NodeEvent event) {
        Optional<Anchor> anchor = event.getAnchor();
        if (event instanceof AliasEvent || anchor.isPresent()) {
            faults.add(
                    at(event),
                    "anchors and aliases (&name, *name) are not supported; write the value out, in quotes if it begins"
                            + " with & or *");
        }
    }

    private void refuseTag(NodeEvent event, Optional<String> tag) {
        if (tag.isPresent()) {
            faults.add(at(event), "tags such as !name are not supported; put the text in quotes");
        }
    }

    /** A block ends where its last value does: the end that the library reports lies behind blank lines and comments. */
    private Span whole(CollectionStartEvent start, Span last, Event end) {
        int to = start.isFlow() ? span(end).to() : last.to();
        return new Span(span(start).from(), to);
    }

    private Span span(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElseThrow();
        return new Span(offsets.utf16(start.getIndex()), offsets.utf16(end.getIndex()));
    }

    private Position at(Event event) {
        Mark mark = event.getStartMark().orElseThrow();
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    @Override
    public String toString() {
        return file + ", " + text.length() + " characters";
    }

    /** Ends the reading: what is deeper may be deeper still. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Position at;

        TooDeep(Position at) {
            super("too deep");
            this.at = at;
        }
    }
}
