package dev.dormouse.core.config;

import dev.dormouse.core.workflow.Names;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.yaml.Faults;
import dev.dormouse.core.yaml.Keys;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.core.yaml.Position;
import dev.dormouse.core.yaml.Yaml.Entries;
import dev.dormouse.core.yaml.Yaml.Entry;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code dormouse.yaml}. */
public final class ConfigurationReader {

    private static final Set<String> KEYS =
            Set.of("zone", "data", "observations", "applications", "sources", "persons", "channels", "workflows");

    private final Path folder;
    private final Variables variables;
    private final Faults faults = new Faults();
    private final AskedKeys asked = new AskedKeys();

    private final Map<String, String> given;

    private ConfigurationReader(Path folder, Map<String, String> given, Variables variables) {
        this.folder = folder;
        this.given = given;
        this.variables = variables;
    }

    /**
     * Reads the folder's {@code dormouse.yaml}. Variables of the environment are looked up when a setting is asked for, so
     * none is needed for what is not used.
     *
     * @throws SettingsException with one line for each fault: file, line, column, what is wrong, what to write
     */
    public static Configuration read(Path folder, Map<String, String> environment) {
        return new ConfigurationReader(folder, Map.of(), new Variables(environment)).read();
    }

    /**
     * Reads this text as if it were the folder's {@code dormouse.yaml}.
     *
     * @throws SettingsException with one line for each fault: file, line, column, what is wrong, what to write
     */
    public static Configuration read(Path folder, String text, Map<String, String> environment) {
        return new ConfigurationReader(folder, Map.of(Configuration.FILE, text), new Variables(environment)).read();
    }

    private Configuration read() {
        if (given.isEmpty() && !Files.isRegularFile(folder.resolve(Configuration.FILE))) {
            throw new SettingsException("there is no " + Configuration.FILE + " in " + folder
                    + "; write one with: dormouse init, or name its folder with --config");
        }
        ConfigurationFiles files = new ConfigurationFiles(folder, given, faults);
        ConfigurationFiles.File file = files.read(Configuration.FILE, Position.wholeFile(Configuration.FILE));
        if (file != null && !(file.root() instanceof Entries)) {
            faults.add(
                    file.root().at(),
                    "the file must be a mapping (key: value), not "
                            + file.root().kind());
        }
        faults.throwIfAny();
        if (file == null || !(file.root() instanceof Entries root)) {
            throw new SettingsException(Configuration.FILE + ": cannot be read");
        }
        Configuration configuration = read(root, file.text(), files);
        faults.throwIfAny();
        return configuration;
    }

    private Configuration read(Entries root, String text, ConfigurationFiles files) {
        YamlSettings settings = new YamlSettings(root, "in " + Configuration.FILE, variables, asked);
        settings.reserve(KEYS.toArray(String[]::new));
        Sections sections = new Sections(root, variables, asked, faults);
        refuseUnknown(root);
        ZoneId zone = zone(settings, sections);
        Path data = data(settings, sections);
        ObservationsConfig observations = new ObservationsReader(sections).read(root);
        List<ApplicationConfig> applications = new ApplicationsReader(sections).read();
        if (applications.isEmpty()) {
            faults.add(root.at("applications"), "missing key 'applications': the systems whose accounts are looked at");
        }
        List<SourceConfig> sources = new SourcesReader(sections, applications).read();
        PersonsConfig persons = new PersonsReader(files, faults, applications, sources).read(root);
        List<ChannelConfig> channels = new ChannelsReader(sections).read();
        WorkflowsReader workflows = new WorkflowsReader(files, names(zone, applications, sources, channels), faults);
        List<Workflow> read = workflows.read(root, text);
        ConfigurationText written =
                new ConfigurationText(settings, sections.connectors(), workflows.documents(), asked);
        return new Configuration(
                folder, zone, data, observations, applications, sources, persons, channels, read, written);
    }

    /** Another key may be the section of a file store; a plain value, or a near miss, is a mistake at once. */
    private void refuseUnknown(Entries root) {
        for (Entry entry : root.byKey().values()) {
            boolean section = entry.value() instanceof Entries && Nearest.find(entry.key(), KEYS) == null;
            if (!KEYS.contains(entry.key()) && !section) {
                faults.add(entry.at(), Keys.unknown(entry.key(), "in " + Configuration.FILE, KEYS));
            }
        }
    }

    private ZoneId zone(YamlSettings settings, Sections sections) {
        String zone =
                sections.attempt(settings, "zone", () -> settings.quietly().text("zone", "UTC"), "UTC");
        try {
            return zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            faults.take(
                    settings.entries().at("zone"),
                    settings.fault("zone", "must be the name of a time zone, for example UTC or Europe/London"));
            return ZoneOffset.UTC;
        }
    }

    private Path data(YamlSettings settings, Sections sections) {
        String data =
                sections.attempt(settings, "data", () -> settings.quietly().text("data", ".dormouse"), ".dormouse");
        try {
            return folder.resolve(data);
        } catch (InvalidPathException e) {
            faults.take(settings.entries().at("data"), settings.fault("data", "must be the name of a folder"));
            return folder;
        }
    }

    private Names names(
            ZoneId zone,
            List<ApplicationConfig> applications,
            List<SourceConfig> sources,
            List<ChannelConfig> channels) {
        Map<String, List<String>> speaks = new LinkedHashMap<>();
        sources.forEach(source -> speaks.put(source.name(), source.applications()));
        Set<String> addressed = channels.stream()
                .filter(ChannelsReader::isAddressed)
                .map(ChannelConfig::name)
                .collect(Collectors.toSet());
        return new Names(
                zone,
                new LinkedHashSet<>(
                        applications.stream().map(ApplicationConfig::name).toList()),
                speaks,
                new LinkedHashSet<>(channels.stream().map(ChannelConfig::name).toList()),
                addressed,
                Templates.names(folder.resolve("templates")));
    }
}
