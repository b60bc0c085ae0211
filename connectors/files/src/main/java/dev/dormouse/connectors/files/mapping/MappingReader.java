package dev.dormouse.connectors.files.mapping;

import dev.dormouse.connectors.files.mapping.Candidates.Candidate;
import dev.dormouse.connectors.files.mapping.Condition.Alternative;
import dev.dormouse.connectors.files.mapping.Condition.Test;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the document of a mapping. Every fault names the line and column of its key. */
public final class MappingReader {

    private static final List<String> KEYS = List.of(
            "mapping",
            "description",
            "source",
            "each",
            "recognise",
            "own",
            "account",
            "email",
            "aliases",
            "entitlement",
            "entitlementPrefix",
            "time",
            "event",
            "id",
            "nobody",
            "unit",
            "zone",
            "format",
            "other",
            "success",
            "failure",
            "login",
            "machine",
            "kind",
            "mayLackSuccess");

    private static final String WHERE = " where ";

    private final Settings settings;
    private final Paths paths = new Paths();

    private MappingReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param name of the mapping where the document does not tell one
     * @throws dev.dormouse.spi.SettingsException for the first fault
     */
    public static Mapping read(Settings settings, String name) {
        return new MappingReader(settings).mapping(name);
    }

    private Mapping mapping(String name) {
        for (String key : settings.keys()) {
            if (!KEYS.contains(key)) {
                throw settings.fault(key, "is no key of a mapping; there are " + String.join(", ", KEYS));
            }
        }
        settings.texts("own").forEach(paths::own);
        List<String> nobody = settings.texts("nobody");
        Mapping.Places places = new Mapping.Places(
                needed("account", nobody),
                candidates("email", List.of()),
                candidates("aliases", List.of()),
                new Mapping.Entitled(candidates("entitlement", List.of()), settings.text("entitlementPrefix", "")),
                needed("time", List.of()),
                candidates("event", List.of()),
                candidates("id", List.of()),
                false);
        boolean last = !settings.hasSections("recognise")
                && settings.text("recognise", "").equals("last");
        return new Mapping(
                settings.text("mapping", name),
                settings.text("description", "a mapping of your own"),
                settings.text("source", ""),
                about(),
                paths,
                new Mapping.Recognition(last ? Condition.NEVER : recognition(), last),
                places,
                timeRule(),
                rules());
    }

    private Condition recognition() {
        if (settings.hasSections("recognise") || !settings.has("recognise")) {
            return condition("recognise");
        }
        throw settings.fault("recognise", "must be a mapping of places and their values, or the word last");
    }

    private Mapping.About about() {
        return switch (settings.text("each", "event")) {
            case "event" -> Mapping.About.EVENTS;
            case "account" -> Mapping.About.ACCOUNTS;
            default -> throw settings.fault("each", "must be event or account");
        };
    }

    private Mapping.Rules rules() {
        return new Mapping.Rules(
                condition("other"),
                condition("success"),
                condition("failure"),
                condition("login"),
                condition("machine"),
                kind(),
                mayLackSuccess());
    }

    private boolean mayLackSuccess() {
        return switch (settings.text("mayLackSuccess", "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw settings.fault("mayLackSuccess", "must be true or false");
        };
    }

    private ActivityKind kind() {
        return switch (settings.text("kind", "use")) {
            case "login" -> ActivityKind.LOGIN;
            case "use" -> ActivityKind.USE;
            case "machine" -> ActivityKind.MACHINE;
            default -> throw settings.fault("kind", "must be login, use or machine");
        };
    }

    private Candidates needed(String key, List<String> without) {
        Candidates candidates = candidates(key, without);
        if (candidates.places().length == 0) {
            settings.text(key);
            throw settings.fault(key, "must name at least one place");
        }
        return candidates;
    }

    private Candidates candidates(String key, List<String> without) {
        List<Candidate> places = new ArrayList<>();
        for (String written : settings.texts(key)) {
            int where = written.indexOf(WHERE);
            places.add(
                    where < 0
                            ? new Candidate(slot(key, written), Condition.NEVER)
                            : new Candidate(
                                    slot(key, written.substring(0, where)),
                                    where(key, written.substring(where + WHERE.length()))));
        }
        return Candidates.of(places, without);
    }

    private Condition where(String key, String written) {
        int equal = written.indexOf('=');
        if (equal < 0) {
            throw settings.fault(key, "must say PATH where PATH = VALUE");
        }
        int slot = slot(key, written.substring(0, equal));
        String value = written.substring(equal + 1).strip();
        Test test = value.startsWith("!")
                ? Test.of(slot, List.of(), List.of(Glob.of(value.substring(1))))
                : Test.of(slot, List.of(Glob.of(value)), List.of());
        return Condition.of(List.of(Alternative.of(List.of(test))));
    }

    private int slot(String key, String path) {
        if (Paths.segments(path).isEmpty()) {
            throw settings.fault(key, "must name a place such as actor.email");
        }
        return paths.slot(path.strip());
    }

    private Condition condition(String key) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Settings one : settings.sections(key)) {
            List<Test> tests = new ArrayList<>();
            for (String path : one.keys()) {
                tests.add(test(one, path));
            }
            if (tests.isEmpty()) {
                throw settings.fault(key, "must name at least one place and its values");
            }
            alternatives.add(Alternative.of(tests));
        }
        return Condition.of(alternatives);
    }

    private Test test(Settings one, String path) {
        if (Paths.segments(path).isEmpty()) {
            throw one.fault(path, "must be a place such as actor.email");
        }
        List<Glob> wanted = new ArrayList<>();
        List<Glob> unwanted = new ArrayList<>();
        for (String value : one.texts(path)) {
            if (value.startsWith("!")) {
                unwanted.add(Glob.of(value.substring(1)));
            } else {
                wanted.add(Glob.of(value));
            }
        }
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            throw one.fault(path, "must have a value, or \"*\" for any");
        }
        return Test.of(paths.slot(path), wanted, unwanted);
    }

    private TimeRule timeRule() {
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String written : settings.texts("format")) {
            formats.add(format(written));
        }
        formats.add(DateTimeFormatter.RFC_1123_DATE_TIME);
        return new TimeRule(unit(), zone(), formats);
    }

    private DateTimeFormatter format(String written) {
        try {
            // Strictly, as 31 February is no day; and then a year counts from the beginning of an era.
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(written)
                    .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw settings.fault("format", "is no pattern of java.time.format.DateTimeFormatter: " + e.getMessage());
        }
    }

    private TimeRule.Unit unit() {
        String written = settings.text("unit", "auto");
        for (TimeRule.Unit unit : TimeRule.Unit.values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(written)) {
                return unit;
            }
        }
        throw settings.fault("unit", "must be auto, seconds, milliseconds, microseconds or nanoseconds");
    }

    private ZoneId zone() {
        ZoneId zone = zone(settings);
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /** The zone under the key {@code zone}; null where there is none. */
    public static @Nullable ZoneId zone(Settings settings) {
        String written = settings.findText("zone");
        try {
            return written == null ? null : ZoneId.of(written);
        } catch (DateTimeException _) {
            throw settings.fault("zone", "must be a zone such as Europe/Berlin or +02:00");
        }
    }
}
