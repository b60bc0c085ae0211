package dev.dormouse.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.dormouse.benchmarks.ReadingSteps.Answers;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
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
import java.util.function.ToDoubleFunction;

/**
 * Reading a log in JSON lines beside DuckDB's own reader over the same file. Every run is a process of its own with two
 * processors, and a round has one run of each. Classes and the library of DuckDB are loaded before the clock starts; the
 * time of the whole process, with the start of Java, stands beside it.
 */
public final class ReadingBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    /** Events that are read before the clock starts. */
    private static final long FEW = 1_000;

    /** Each with what it stands beside. */
    private static final Map<String, String> STEPS = steps();

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("duckdb-declared", "duckdb-declared");
        steps.put("duckdb-detected", "duckdb-declared");
        steps.put("duckdb-everything", "duckdb-declared");
        steps.put("read", "duckdb-declared");
        steps.put("read-audit-log", "duckdb-declared");
        steps.put("duckdb-rolled-up", "duckdb-rolled-up");
        steps.put("take-in", "duckdb-rolled-up");
        steps.put("take-in-audit-log", "duckdb-rolled-up");
        return steps;
    }

    /**
     * @param seconds of the step, on the clock
     * @param work the same as time of all processors
     * @param whole of the process, with the start of Java
     */
    private record Run(double seconds, double work, double whole, long kilobytes, String answers) {}

    private final Path log;
    private final long events;
    private final PrintStream out;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    private ReadingBenchmark(Path log, long events, PrintStream out) {
        this.log = log;
        this.events = events;
        this.out = out;
    }

    /** Arguments: the folder for the generated data, how many events, and inside a run which step. */
    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path log = ReadingData.log(folder, Long.parseLong(arguments[1]));
        ReadingBenchmark benchmark =
                new ReadingBenchmark(log.toAbsolutePath(), Long.parseLong(arguments[1]), System.out);
        if (arguments.length > 2) {
            benchmark.step(arguments[2]);
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (String step : STEPS.keySet()) {
                benchmark.measure(step, round);
            }
        }
        benchmark.report();
    }

    private void step(String step) throws SQLException, IOException {
        // Loads the classes, and the library of DuckDB, as these times are about the work and not about the start.
        answers(step, ReadingData.log(Objects.requireNonNull(log.getParent()), FEW));
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long work = system.getProcessCpuTime();
        long began = System.nanoTime();
        Answers answers = answers(step, log);
        System.out.printf(
                Locale.ROOT,
                "%f;%f;%d;%,d events, %,d days%n",
                (System.nanoTime() - began) / 1e9,
                (system.getProcessCpuTime() - work) / 1e9,
                peak(),
                answers.events(),
                answers.days());
    }

    private static Answers answers(String step, Path log) throws SQLException, IOException {
        Path store = Path.of(log + "." + step + ".duckdb");
        Files.deleteIfExists(store);
        ReadingSteps dormouse = new ReadingSteps(log, store);
        ReadingByHand hand = new ReadingByHand(log, store);
        Answers answers = switch (step) {
            case "duckdb-everything" -> hand.everything();
            case "duckdb-detected" -> hand.detected();
            case "duckdb-declared" -> hand.declared();
            case "duckdb-rolled-up" -> hand.rolledUp();
            case "read" -> dormouse.read(ReadingSteps.MAPPED);
            case "read-audit-log" -> dormouse.read(ReadingSteps.AUDIT_LOG);
            case "take-in" -> dormouse.takeIn(ReadingSteps.MAPPED);
            case "take-in-audit-log" -> dormouse.takeIn(ReadingSteps.AUDIT_LOG);
            default -> throw new IllegalArgumentException("no such step: " + step);
        };
        Files.deleteIfExists(store);
        return answers;
    }

    /** The most memory that this process ever had, in kilobytes; 0 where the system does not tell. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0);
    }

    private void measure(String step, int round) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:ActiveProcessorCount=2"));
        // As ./dormouse starts it, unless told otherwise.
        command.addAll(List.of(System.getProperty("options", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
                .split(" ")));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ReadingBenchmark.class.getName(),
                Objects.requireNonNull(log.getParent()).toString(),
                String.valueOf(events),
                step));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(step + " failed: " + told);
        }
        double whole = (System.nanoTime() - began) / 1e9;
        String[] parts = told.strip().split(";", 4);
        Run run = new Run(
                Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), whole, Long.parseLong(parts[2]), parts[3]);
        runs.computeIfAbsent(step, each -> new ArrayList<>()).add(run);
        out.printf(
                Locale.ROOT,
                "round %d: %s %.2f s, work %.2f s, %s%n",
                round + 1,
                step,
                run.seconds(),
                run.work(),
                run.answers());
    }

    private void report() throws IOException {
        out.printf(Locale.ROOT, "%n%,d events, %d MB, %d runs%n%n", events, Files.size(log) / 1_000_000, ROUNDS);
        out.println("| step | seconds (median) | least | work | whole process | peak memory (MB) | ratio | least | work"
                + " | to | answers |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---|");
        STEPS.forEach(this::row);
    }

    private void row(String step, String peer) {
        List<Run> all = runs.getOrDefault(step, List.of());
        out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %d | %.2f | %.2f | %.2f | %s | %s |%n",
                step,
                at(step, Run::seconds, 0.5),
                at(step, Run::seconds, 0),
                at(step, Run::work, 0.5),
                at(step, Run::whole, 0.5),
                all.stream().mapToLong(Run::kilobytes).max().orElse(0) / 1024,
                at(step, Run::seconds, 0.5) / at(peer, Run::seconds, 0.5),
                at(step, Run::seconds, 0) / at(peer, Run::seconds, 0),
                at(step, Run::work, 0.5) / at(peer, Run::work, 0.5),
                peer,
                all.getLast().answers());
    }

    /** @param share 0 for the least, 0.5 for the median */
    private double at(String step, ToDoubleFunction<Run> of, double share) {
        double[] sorted = runs.getOrDefault(step, List.of()).stream()
                .mapToDouble(of)
                .sorted()
                .toArray();
        return sorted[(int) (sorted.length * share)];
    }
}
