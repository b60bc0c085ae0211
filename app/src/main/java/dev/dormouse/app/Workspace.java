package dev.dormouse.app;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.ConfigurationReader;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.ledger.SourceMemory;
import dev.dormouse.core.ledger.WorkflowVersion;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Guards.Voices;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.core.workflow.WorkflowReader;
import dev.dormouse.engine.Progress;
import dev.dormouse.engine.Remotes;
import dev.dormouse.engine.Templates;
import dev.dormouse.ledger.SqliteLedger;
import dev.dormouse.observations.DuckDbObservations;
import dev.dormouse.observations.TrinoObservations;
import dev.dormouse.spi.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One configuration folder, opened: what every use case starts from. The pass has one instant, taken from the clock when
 * the folder is opened.
 */
public final class Workspace implements AutoCloseable {

    private static final String LEDGER = "ledger.db";

    /** More is no clock that was put right. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private static final String OBSERVATIONS = "observations.duckdb";

    private final Configuration configuration;
    private final FileStores files;
    private final Connections connections;
    private final Clock clock;
    private final Instant now;
    private final Progress progress;
    private final Ports ports;

    private Workspace(
            Configuration configuration,
            Providers providers,
            Clock clock,
            Progress progress,
            Duration firstPause,
            Ports ports) {
        this.ports = ports;
        this.configuration = configuration;
        this.clock = clock;
        this.now = clock.instant();
        this.progress = progress;
        this.files = new FileStores(configuration);
        this.connections = new Connections(
                configuration, providers, new Surroundings(clock, files, new RemotePatience(progress, firstPause)));
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

    Clock clock() {
        return clock;
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
                observations, rules(memories, observations.reached()), eventsFrom(), progress, sink -> sink);
    }

    SourceRules rules(List<SourceMemory> memories, List<SourceHealth> before) {
        return new SourceRules(now, new Places(configuration), memories, before, eventsFrom());
    }

    private Instant eventsFrom() {
        return configuration.observations().keepEvents().before(now, configuration.zone());
    }

    /** Since when what was seen is kept. */
    Histories.Kept kept() {
        return new Histories.Kept(
                eventsFrom(), configuration.observations().keepDays().before(now, configuration.zone()));
    }

    /** What was seen so far, to be added to; the caller closes it. */
    Observations openObservations() {
        String url = configuration.observations().url();
        if (url != null) {
            return TrinoObservations.at(url);
        }
        dataFolder();
        return DuckDbObservations.open(observationsFile());
    }

    /** Whether what is seen lives on a cluster, where there is one store for every use of it. */
    boolean sharesObservations() {
        return configuration.observations().url() != null;
    }

    /** A store that is about to be filled for one use. The caller holds the {@link FolderLock} where it is shared. */
    Observations scratchObservations() {
        if (!sharesObservations()) {
            return DuckDbObservations.inMemory();
        }
        Observations shared = openObservations();
        shared.begin();
        return shared;
    }

    boolean hasObservations() {
        return sharesObservations() || Files.exists(observationsFile());
    }

    /** Forgets what is older than the configuration wants to keep. */
    void forgetOld(Observations observations) {
        observations.forget(kept().events(), kept().days());
    }

    Questions questions(Observations observations, List<SourceHealth> health) {
        return new Questions(
                observations,
                health,
                new Places(configuration),
                configuration.persons().from(),
                now);
    }

    /** The names of the applications that these workflows are about. */
    static Set<String> applications(List<Workflow> workflows) {
        Set<String> names = new TreeSet<>();
        workflows.forEach(workflow -> names.addAll(workflow.applications()));
        return names;
    }

    /** The names of the sources that these workflows ask. */
    static Set<String> sources(List<Workflow> workflows) {
        Set<String> names = new TreeSet<>();
        workflows.forEach(workflow -> workflow.selection().sources().forEach(rule -> names.add(rule.source())));
        return names;
    }

    /** @throws UseCaseException where there is no such workflow */
    public Workflow workflow(String name) {
        return configured(name)
                .orElseThrow(() -> new UseCaseException("there is no workflow '" + name + "'; there are: "
                        + String.join(
                                ", ",
                                configuration.workflows().stream()
                                        .map(Workflow::name)
                                        .toList())));
    }

    boolean isWorkflow(String name) {
        return configured(name).isPresent();
    }

    boolean isSource(String name) {
        return name.equals(SourceHealth.ACCOUNTS)
                || configuration.sources().stream().anyMatch(one -> one.name().equals(name));
    }

    /** How many persons the release of a source takes: it lets every workflow go on. */
    Voices voicesOfSources() {
        return configuration.workflows().stream().anyMatch(one -> one.guards().voices() == Voices.TWO)
                ? Voices.TWO
                : Voices.ONE;
    }

    private Optional<Workflow> configured(String name) {
        return configuration.workflows().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    boolean hasLedger() {
        return Files.exists(configuration.data().resolve(LEDGER));
    }

    /** The ledger for reading beside whoever writes; null where nothing was ever decided here. */
    @Nullable
    Ledger findLedger() {
        return hasLedger() ? SqliteLedger.openReadOnly(configuration.data().resolve(LEDGER)) : null;
    }

    /**
     * The ledger, made where there is none. The caller holds the {@link FolderLock}.
     *
     * @throws UseCaseException where this is a time before what was decided last: deadlines would be told that are over
     */
    Ledger openLedger() {
        Ledger ledger = ports.ledger(SqliteLedger.open(dataFolder().resolve(LEDGER)));
        Instant last = ledger.lastWritten();
        if (last != null && now.plus(CLOCKS_DIFFER).isBefore(last)) {
            ledger.close();
            throw new UseCaseException(now + " is before the last entry of the journal, of " + last
                    + "; leave --now out, or set the clock of this machine");
        }
        return ledger;
    }

    FolderLock lock(String command) {
        return FolderLock.take(dataFolder(), command);
    }

    private Path observationsFile() {
        return configuration.data().resolve(OBSERVATIONS);
    }

    private Path dataFolder() {
        try {
            return Files.createDirectories(configuration.data());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + configuration.data(), e);
        }
    }

    /**
     * The document of a version: the old one, with the newest exemptions, guards, channels and operators. A workflow that is not
     * configured any more is as it was when the version was made.
     *
     * @throws UseCaseException where the workflow is neither configured nor known to the ledger
     */
    Workflow document(Ledger ledger, String name, int version) {
        WorkflowVersion kept = ledger.findVersion(name, version);
        Optional<Workflow> newest = configured(name);
        if (kept == null) {
            return workflow(name);
        }
        if (newest.isPresent() && newest.get().fingerprints().isSameVersion(kept.fingerprints())) {
            return newest.get();
        }
        Workflow old = WorkflowReader.reread(kept.text(), name + ", version " + version);
        return newest.map(old::withProtectionOf).orElse(old);
    }

    Workflow document(Ledger ledger, Case about) {
        return document(ledger, about.workflow(), about.version());
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
