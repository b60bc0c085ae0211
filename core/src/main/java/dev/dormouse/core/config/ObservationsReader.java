package dev.dormouse.core.config;

import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Windows;
import dev.dormouse.core.yaml.Yaml;
import dev.dormouse.core.yaml.Yaml.Entries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reads {@code observations}. */
final class ObservationsReader {

    private static final String TRINO = "jdbc:trino://";
    private static final Window A_YEAR_AND_A_MONTH = new Window.Elapsed(Duration.ofDays(400));
    private static final Window THREE_YEARS = new Window.Elapsed(Duration.ofDays(1_100));

    private final Sections sections;

    ObservationsReader(Sections sections) {
        this.sections = sections;
    }

    ObservationsConfig read(Entries root) {
        Yaml node = root.find("observations");
        if (node == null || node.isNothing()) {
            return new ObservationsConfig(null, A_YEAR_AND_A_MONTH, THREE_YEARS);
        }
        if (!(node instanceof Entries values)) {
            sections.faults()
                    .add(root.at("observations"), "'observations' must be a mapping (key: value), not " + node.kind());
            return new ObservationsConfig(null, A_YEAR_AND_A_MONTH, THREE_YEARS);
        }
        return read(sections.settings(values, "in observations"));
    }

    private ObservationsConfig read(YamlSettings settings) {
        settings.reserve("url", "keepEvents", "keepDays");
        sections.refuseOthers(settings);
        String url = sections.attempt(settings, "url", () -> settings.quietly().text("url", ""), "");
        if (!url.isEmpty() && !url.startsWith(TRINO)) {
            sections.faults()
                    .take(
                            settings.entries().at("url"),
                            settings.fault(
                                    "url",
                                    "must begin with " + TRINO
                                            + "; leave it out to keep the observations in the data folder"));
        }
        Window events = window(settings, "keepEvents", A_YEAR_AND_A_MONTH);
        Window days = window(settings, "keepDays", THREE_YEARS);
        Instant any = Instant.EPOCH;
        if (days.before(any, ZoneOffset.UTC).isAfter(events.before(any, ZoneOffset.UTC))) {
            sections.faults()
                    .take(
                            settings.entries().at("keepDays"),
                            settings.fault("keepDays", "must not be shorter than keepEvents, which is " + events));
        }
        return new ObservationsConfig(url.isEmpty() ? null : url, events, days);
    }

    private Window window(YamlSettings settings, String key, Window otherwise) {
        String text = sections.attempt(settings, key, () -> settings.quietly().text(key, otherwise.toString()), "");
        Window window = Windows.parse(text);
        if (window == null && !text.isEmpty()) {
            sections.faults()
                    .take(
                            settings.entries().at(key),
                            settings.fault(key, "must be a length of time, for example 400d or 13 months"));
        }
        return window == null ? otherwise : window;
    }
}
