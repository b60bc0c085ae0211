package dev.dormouse.core.config;

import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * What {@code dormouse.yaml} says.
 *
 * @param folder the folder of the file; relative names are relative to it
 * @param zone of deadlines and of calendar windows
 * @param data the folder of the ledger, the journal and, unless they live elsewhere, the observations
 * @param text the files themselves
 */
public record Configuration(
        Path folder,
        ZoneId zone,
        Path data,
        ObservationsConfig observations,
        List<ApplicationConfig> applications,
        List<SourceConfig> sources,
        PersonsConfig persons,
        List<ChannelConfig> channels,
        List<Workflow> workflows,
        ConfigurationText text) {

    /** The name of the file. */
    public static final String FILE = "dormouse.yaml";

    public Configuration {
        applications = List.copyOf(applications);
        sources = List.copyOf(sources);
        channels = List.copyOf(channels);
        workflows = List.copyOf(workflows);
    }

    /** The section of a file store, for example {@code s3}; empty where there is none. */
    public Settings section(String scheme) {
        return text.root().section(scheme);
    }

    /**
     * The keys that mean nothing, one line each with position and the nearest key that would. Call it after the connectors
     * were made and the sections of all known file stores were asked for; a connector that was never made is not judged.
     */
    public List<String> unknownKeys() {
        return text.unknownKeys();
    }

    /**
     * A fault at a place of a workflow that only others can judge, such as the name of an action.
     *
     * @param path below the document, for example {@code removal[0].do} or {@code followUp[1].do}
     */
    public SettingsException fault(String workflow, String path, String message) {
        return text.fault(workflow, path, message);
    }
}
