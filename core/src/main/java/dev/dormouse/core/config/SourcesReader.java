package dev.dormouse.core.config;

import dev.dormouse.core.config.Sections.Named;
import dev.dormouse.core.config.SourceConfig.Origin;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code sources}. */
final class SourcesReader {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%?");

    private final Sections sections;
    private final List<ApplicationConfig> applications;

    SourcesReader(Sections sections, List<ApplicationConfig> applications) {
        this.sections = sections;
        this.applications = applications;
    }

    List<SourceConfig> read() {
        List<SourceConfig> sources = new ArrayList<>();
        for (Named named : sections.named("sources", "source")) {
            Origin origin = origin(named);
            if (origin != null) {
                sources.add(new SourceConfig(
                        named.name(),
                        origin,
                        applications(named, origin),
                        asOf(named.settings()),
                        maxUnreadable(named.settings()),
                        named.at()));
            }
        }
        return sources;
    }

    private @Nullable Origin origin(Named source) {
        YamlSettings settings = source.settings();
        ConnectorConfig connector =
                sections.connector(settings, "from", "sql", "applications", "asOf", "maxUnreadable");
        boolean sql = settings.entries().byKey().containsKey("sql");
        boolean from = settings.entries().byKey().containsKey("from");
        if (sql && connector == null && !from) {
            sections.refuseOthers(settings);
            return new Origin.FromSql(
                    sections.attempt(settings, "sql", () -> settings.quietly().text("sql"), ""));
        }
        if (sql) {
            sections.faults()
                    .add(
                            settings.entries().at("sql"),
                            "'sql' " + settings.where() + " does not go with 'connector', 'files' or 'from'");
        }
        if (connector != null && !from) {
            return new Origin.FromConnector(connector);
        }
        sections.refuseOthers(settings);
        if (!from) {
            sections.faults()
                    .add(
                            source.at(),
                            "source " + source.name()
                                    + " needs 'files', a 'connector', 'sql', or 'from: applications'");
            return null;
        }
        String word =
                sections.attempt(settings, "from", () -> settings.quietly().text("from"), "applications");
        if (!word.equals("applications") || connector != null) {
            sections.faults()
                    .add(
                            settings.entries().at("from"),
                            "'from' " + settings.where()
                                    + (connector == null
                                            ? " must be applications"
                                            : " does not go with 'connector' or 'files'"));
        }
        return new Origin.FromApplications();
    }

    /** All that the source can speak about, where nothing is written. */
    private List<String> applications(Named source, Origin origin) {
        YamlSettings settings = source.settings();
        List<String> able = applications.stream()
                .filter(one -> !(origin instanceof Origin.FromApplications) || one.connector() != null)
                .map(ApplicationConfig::name)
                .toList();
        List<String> written = sections.attempt(
                settings, "applications", () -> settings.quietly().texts("applications"), able);
        if (able.isEmpty() && origin instanceof Origin.FromApplications) {
            sections.faults()
                    .add(
                            source.at(),
                            "source " + source.name()
                                    + " is 'from: applications', but no application has a connector of its own");
        }
        List<String> names = applications.stream().map(ApplicationConfig::name).toList();
        for (String name : written) {
            sections.requireKnown(settings, "applications", name, names);
            if (names.contains(name) && !able.contains(name)) {
                sections.faults()
                        .add(
                                settings.entries().at("applications"),
                                "source " + source.name() + " is 'from: applications', but application " + name
                                        + " has no connector of its own");
            }
        }
        return written.isEmpty() ? able : written;
    }

    private @Nullable Instant asOf(YamlSettings settings) {
        String text =
                sections.attempt(settings, "asOf", () -> settings.quietly().text("asOf", ""), "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            sections.faults()
                    .take(
                            settings.entries().at("asOf"),
                            settings.fault("asOf", "must be an instant with its offset such as 2024-06-19T12:00:00Z"));
            return null;
        }
    }

    private double maxUnreadable(YamlSettings settings) {
        String key = "maxUnreadable";
        String text = sections.attempt(settings, key, () -> settings.quietly().text(key, "0"), "0");
        Matcher written = PERCENT.matcher(text.strip());
        double percent = written.matches() ? Double.parseDouble(written.group(1)) : 101;
        if (percent > 100) {
            sections.faults()
                    .take(
                            settings.entries().at(key),
                            settings.fault(key, "must be a share from 0% to 100%, for example 1%"));
        }
        return percent;
    }
}
