package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.JudgingPeers.Timed;
import dev.dormouse.benchmarks.JudgingSteps.Answers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Judging a population beside the best statements written by hand, and a nightly pass beside judging from all events. Every
 * run is a process of its own, whose peak of memory counts, and a round has one run of each, so that a busy moment hits all.
 */
public final class JudgingBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final long FEW = 100_000;

    private static final List<String> JUDGING =
            List.of("hand-inactive", "inactive", "hand-condition", "hand-candidates", "condition");

    /** The last of them changes the file. */
    private static final List<String> NIGHT = List.of("hand-raw", "nightly");

    private static final List<String> ENGINES =
            List.of("condition", "hand-condition", "postgres", "sqlite", "hash-maps");

    private record Run(double seconds, long kilobytes, String answers) {}

    private final Path file;
    private final long accounts;
    private final PrintStream out;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    private JudgingBenchmark(Path file, long accounts, PrintStream out) {
        this.file = file;
        this.accounts = accounts;
        this.out = out;
    }

    /** Arguments: the folder for the generated data, how many accounts, and inside a run which step, and its number. */
    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long accounts = Long.parseLong(arguments[1]);
        if (arguments.length > 2) {
            step(file(folder, accounts), accounts, arguments[2], Long.parseLong(arguments[3]));
            return;
        }
        JudgingBenchmark large = generated(folder, accounts);
        large.rounds(JUDGING);
        large.rounds(NIGHT);
        JudgingBenchmark small = generated(folder, FEW);
        small.rounds(ENGINES);
        large.report(Map.of(
                "hand-inactive", "hand-inactive",
                "inactive", "hand-inactive",
                "hand-condition", "hand-condition",
                "hand-candidates", "hand-condition",
                "condition", large.faster("hand-condition", "hand-candidates"),
                "hand-raw", "hand-raw",
                "nightly", "hand-raw"));
        small.report(ENGINES.stream().collect(Collectors.toMap(step -> step, step -> "condition")));
    }

    private static Path file(Path folder, long accounts) {
        return folder.resolve("judging-" + accounts + ".duckdb");
    }

    private static JudgingBenchmark generated(Path folder, long accounts) throws SQLException, IOException {
        Path file = file(folder, accounts);
        if (!Files.exists(file)) {
            JudgingData.generate(file, accounts, System.out);
        }
        return new JudgingBenchmark(file, accounts, System.out);
    }

    private static void step(Path file, long accounts, String step, long batch) throws SQLException, IOException {
        JudgingSteps steps = new JudgingSteps(file);
        JudgingPeers peers = new JudgingPeers(file);
        JudgingSteps.warm();
        long began = System.nanoTime();
        Timed timed = switch (step) {
            case "inactive" -> since(began, steps.inactive());
            case "condition" -> since(began, steps.condition());
            case "nightly" -> since(began, steps.nightly(accounts, accounts / 10, batch));
            case "hand-inactive" -> since(began, steps.byHand(JudgingByHand.inactive()));
            case "hand-condition" -> since(began, steps.byHand(JudgingByHand.condition(JudgingByHand.daysAndEnds())));
            case "hand-candidates" -> since(began, steps.byHand(JudgingByHand.candidatesFirst()));
            case "hand-raw" -> since(began, steps.byHand(JudgingByHand.raw()));
            case "postgres" -> peers.postgres();
            case "sqlite" -> peers.sqlite();
            case "hash-maps" -> peers.hashMaps();
            default -> throw new IllegalArgumentException("no such step: " + step);
        };
        Answers answers = timed.answers();
        System.out.printf(
                Locale.ROOT,
                "%f;%d;%,d dormant, %,d active, %,d unknown%n",
                timed.seconds(),
                peak(),
                answers.dormant(),
                answers.active(),
                answers.unknown());
    }

    private static Timed since(long began, Answers answers) {
        return new Timed((System.nanoTime() - began) / 1e9, answers);
    }

    /** The most memory that this process ever had, in kilobytes; 0 where the system does not tell. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private void rounds(List<String> steps) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (String step : steps) {
                measure(step, round);
            }
        }
    }

    private String faster(String one, String other) {
        return median(one) <= median(other) ? one : other;
    }

    /** @param peers what each step stands beside */
    private void report(Map<String, String> peers) {
        out.printf(Locale.ROOT, "%n%,d accounts, median of %d runs%n%n", accounts, ROUNDS);
        out.println("| step | seconds | slowest | peak memory (MB) | ratio | to | answers |");
        out.println("|---|---:|---:|---:|---:|---|---|");
        runs.keySet().forEach(step -> row(step, Objects.requireNonNull(peers.get(step))));
    }

    private void measure(String step, int round) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx768m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JudgingBenchmark.class.getName(),
                        Objects.requireNonNull(file.toAbsolutePath().getParent())
                                .toString(),
                        String.valueOf(accounts),
                        step,
                        String.valueOf(System.currentTimeMillis() / 1000))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(step + " failed: " + told);
        }
        String[] parts = told.strip().lines().toList().getLast().split(";", 3);
        Run run = new Run(Double.parseDouble(parts[0]), Long.parseLong(parts[1]), parts[2]);
        runs.computeIfAbsent(step, each -> new ArrayList<>()).add(run);
        out.printf(Locale.ROOT, "round %d: %s %.2f s, %s%n", round + 1, step, run.seconds(), run.answers());
    }

    private void row(String step, String peer) {
        List<Run> all = runs.getOrDefault(step, List.of());
        out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %d | %.2f | %s | %s |%n",
                step,
                median(step),
                all.stream().mapToDouble(Run::seconds).max().orElse(0),
                all.stream().mapToLong(Run::kilobytes).max().orElse(0) / 1024,
                median(step) / median(peer),
                peer,
                all.getLast().answers());
    }

    private double median(String step) {
        double[] sorted = runs.getOrDefault(step, List.of()).stream()
                .mapToDouble(Run::seconds)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
