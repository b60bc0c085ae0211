package dev.dormouse.app.storm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the program in a process of its own that is to be killed, or lets it go through undisturbed in this one. */
final class Program {

    private static final int KILLED = 128 + 9;

    private final Libraries libraries;

    /** @param scratch a folder for what every start needs and would otherwise make anew */
    Program(Path scratch) throws IOException {
        this.libraries = Libraries.in(Files.createDirectories(scratch.resolve("program")));
    }

    /** Where the end came; null where the program reached its own end. */
    @Nullable
    String runUntilKilled(World world, Command command, Kill kill) throws IOException, InterruptedException {
        world.trap.disarm();
        int inside = kill.inside() ? kill.number() : 0;
        Process process = start(world, command, inside);
        if (!kill.inside()) {
            world.trap.arm(process, kill.number(), kill.moment());
        }
        String asked = "";
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(Child.KILL_ME)) {
                    asked = line.substring(Child.KILL_ME.length());
                    process.toHandle().destroyForcibly();
                }
            }
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the program does not end: " + command);
        }
        String sprung = world.trap.sprungAt();
        world.trap.disarm();
        if (process.exitValue() == 0) {
            return null;
        }
        if (process.exitValue() != KILLED) {
            throw new IllegalStateException(
                    command + " failed: " + Files.readString(world.folder.resolve("errors.txt")));
        }
        return asked.isEmpty() ? sprung : asked;
    }

    void run(World world, Command command, Instant now) {
        world.trap.disarm();
        command.run(world.folder, now, new KillPoints(0, point -> {}));
    }

    private Process start(World world, Command command, int fatalPoint) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.library.path=" + libraries.natives(),
                "-Djava.io.tmpdir=" + Files.createDirectories(world.folder.resolve("tmp")),
                "-Duser.timezone=Pacific/Auckland",
                "-Duser.language=tr",
                "-Xlog:disable",
                "-Xlog:all=off",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + libraries.archive(),
                "-cp",
                libraries.classPath(),
                Child.class.getName(),
                world.folder.toString(),
                world.clock.instant().toString(),
                Integer.toString(fatalPoint),
                libraries.isArchived() ? "" : "leave in order"));
        line.addAll(command.words());
        return new ProcessBuilder(line)
                .redirectError(world.folder.resolve("errors.txt").toFile())
                .start();
    }
}
