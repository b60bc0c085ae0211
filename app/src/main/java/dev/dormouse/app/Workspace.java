package dev.dormouse.app;

import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.ConfigurationReader;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.Progress;
import dev.dormouse.engine.Remotes;
import dev.dormouse.engine.Templates;
import dev.dormouse.spi.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One configuration folder, opened: what every use case starts from. The pass has one instant, taken from the clock when
 * the folder is opened.
 */
public final class Workspace implements AutoCloseable {

    private final Configuration configuration;
    private final FileStores files;
    private final Connections connections;
    private final Instant now;
    private final Progress progress;
    private final Ports ports;
    private final Stores stores;
    private final Documents documents;

    private Workspace(
            Configuration configuration,
            Providers providers,
            Clock clock,
            Progress progress,
            Duration firstPause,
            Ports ports) {
        this.configuration = configuration;
        this.now = clock.instant();
        this.progress = progress;
        this.ports = ports;
        this.files = new FileStores(configuration);
        this.connections = new Connections(
                configuration, providers, new Surroundings(clock, files, new RemotePatience(progress, firstPause)));
        this.stores = new Stores(configuration, now, ports::ledger);
        this.documents = new Documents(configuration);
    }

    /**
     * Reads the folder's {@code dormouse.yaml}; connects to nothing yet.
     *
     * @param environment what {@code ${NAME}} stands for
     * @throws dev.dormouse.spi.SettingsException with file, line and column of every fault
     */
    public static Workspace open(Path folder, Map<String, String> environment, Clock clock, Progress progress) {
        return open(folder, environment, clock, progress, Duration.ofSeconds(1));
    }

    /** @param firstPause before a reading call that failed is repeated; each further pause is twice as long */
    public static Workspace open(
            Path folder, Map<String, String> environment, Clock clock, Progress progress, Duration firstPause) {
        return open(folder, environment, clock, progress, firstPause, Ports.AS_THEY_ARE);
    }

    /**
     * Opens a folder that need not have a {@code dormouse.yaml}.
     *
     * @param readyMade stands for the file where there is none
     */
    public static Workspace open(
            Path folder,
            String readyMade,
            Map<String, String> environment,
            Clock clock,
            Progress progress,
            Duration firstPause) {
        return open(
                () -> Files.exists(folder.resolve(Configuration.FILE))
                        ? ConfigurationReader.read(folder, environment)
                        : ConfigurationReader.read(folder, readyMade, environment),
                clock,
                progress,
                firstPause,
                Ports.AS_THEY_ARE);
    }

    static Workspace open(
            Path folder,
            Map<String, String> environment,
            Clock clock,
            Progress progress,
            Duration firstPause,
            Ports ports) {
        return open(() -> ConfigurationReader.read(folder, environment), clock, progress, firstPause, ports);
    }

    private static Workspace open(
            Supplier<Configuration> configuration, Clock clock, Progress progress, Duration firstPause, Ports ports) {
        Providers providers = Providers.find();
        return new Workspace(configuration.get(), providers, clock, progress, firstPause, ports);
    }

    public Configuration configuration() {
        return configuration;
    }

    public Instant now() {
        return now;
    }

    /** @throws UseCaseException where there is no such workflow */
    public Workflow workflow(String name) {
        return documents.newest(name);
    }

    Documents documents() {
        return documents;
    }

    Stores stores() {
        return stores;
    }

    /** What was seen so far, to be added to; the caller closes it. */
    Observations openObservations() {
        return stores.openObservations();
    }

    /** The ledger for reading; null where nothing was ever decided here. */
    @Nullable
    Ledger findLedger() {
        return stores.findLedger();
    }

    /** The ledger for writing. The caller holds {@link #lock}. */
    Ledger openLedger() {
        return stores.openLedger();
    }

    FolderLock lock(String command) {
        return stores.lock(command);
    }

    Connections connections() {
        return connections;
    }

    FileStores files() {
        return files;
    }

    /** The connected systems, as the engine is to see them. */
    Remotes remotes() {
        return ports.remotes(connections);
    }

    Progress progress() {
        return progress;
    }

    Templates templates() {
        return new Templates(configuration.folder().resolve("templates"));
    }

    Sync sync(List<Workflow> workflows) {
        return new Sync(configuration, connections, workflows);
    }

    SourceReader reader(List<SourceMemory> memories, Observations observations) {
        return new SourceReader(
                observations,
                rules(memories, observations.reached()),
                stores.kept().events(),
                progress,
                sink -> sink);
    }

    SourceRules rules(List<SourceMemory> memories, List<SourceHealth> before) {
        return new SourceRules(
                now, new Places(configuration), memories, before, stores.kept().events());
    }

    Questions questions(Observations observations, List<SourceHealth> health) {
        return new Questions(
                observations,
                health,
                new Places(configuration),
                configuration.persons().from(),
                now);
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Stands between the use cases and what they change; a test that kills the process between two effects puts itself here. */
    interface Ports {

        Ports AS_THEY_ARE = new Ports() {};

        default Ledger ledger(Ledger real) {
            return real;
        }

        default Remotes remotes(Remotes real) {
            return real;
        }
    }
}
