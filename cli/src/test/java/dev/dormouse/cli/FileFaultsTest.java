package dev.dormouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file, with every fault: nobody becomes dormant by it, the exit code is 4, and the message names the source. */
class FileFaultsTest {

    /** What each file is read as. */
    private static final Map<String, String> SOURCES = Map.of(
            Exports.DORMANT_REPORT, "dormant-report",
            Exports.PEOPLE_PAGE, "people-page",
            Exports.AUDIT_LOG, "audit-log",
            Exports.AUTH0, "auth0",
            Exports.MEMBERS, "accounts");

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void write() {
        exports = new Exports(folder).write();
    }

    @Test
    void without_a_fault_exactly_the_unused_are_dormant() {
        Ran healthy = scan();
        assertThat(healthy.exit()).as(healthy.err()).isZero();
        assertThat(healthy.err()).doesNotContain("unhealthy");
        assertThat(healthy.accounts("dormant")).containsExactlyInAnyOrderElementsOf(Exports.logins("dormant"));
    }

    /** What can happen to a file. */
    enum Fault {
        MISSING,
        EMPTY,
        EMPTY_LIST,
        WHITE_SPACE,
        CUT_AFTER_A_QUARTER,
        CUT_IN_THE_MIDDLE,
        CUT_BEFORE_THE_END,
        STALE,
        FORBIDDEN,
        FOLDER_IN_ITS_PLACE,
        OTHER_FORMAT,
        WEB_PAGE,
        ARCHIVE
    }

    static Stream<Arguments> faults() {
        return SOURCES.keySet().stream()
                .sorted()
                .flatMap(file -> Arrays.stream(Fault.values())
                        // A report without rows is a report that nobody is dormant.
                        .filter(fault -> fault != Fault.EMPTY_LIST || !file.equals(Exports.DORMANT_REPORT))
                        .map(fault -> Arguments.of(file, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void nobody_becomes_dormant_by_the_fault_and_the_message_names_source_and_file(String file, Fault fault)
            throws IOException {
        damage(file, fault);
        Ran faulty = scan();

        assertThat(Exports.logins("dormant")).containsAll(faulty.accounts("dormant"));
        assertThat(faulty.exit()).as(faulty.err()).isEqualTo(4);
        assertThat(faulty.err().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("unhealthy: " + source(file) + " of github/exports: ")
                        .contains(nameOf(file))
                        .contains(fault == Fault.STALE ? "older than the 2d that sourceMaxAge allows" : "")
                        .endsWith("; nobody becomes dormant by it"));
    }

    private static String source(String file) {
        return Objects.requireNonNull(SOURCES.get(file));
    }

    /** A pattern stands for the file that it should find. */
    private static String nameOf(String file) {
        return file.substring(0, file.indexOf(file.contains("-") ? '-' : '.'));
    }

    private Ran scan() {
        return Console.run("scan", folder.toString(), "--now", Exports.NOW.toString(), "--output", "json");
    }

    private void damage(String file, Fault fault) throws IOException {
        byte[] whole = exports.read(file);
        switch (fault) {
            case MISSING -> Files.delete(folder.resolve(file));
            case EMPTY -> exports.write(file, "");
            case EMPTY_LIST -> exports.write(file, "[]\n");
            case WHITE_SPACE -> exports.write(file, "\n \n");
            case CUT_AFTER_A_QUARTER -> exports.write(file, Arrays.copyOf(whole, whole.length / 4 + 7));
            case CUT_IN_THE_MIDDLE -> exports.write(file, Arrays.copyOf(whole, whole.length / 2 + 7));
            case CUT_BEFORE_THE_END -> exports.write(file, Arrays.copyOf(whole, whole.length - 4));
            case STALE -> exports.age(file, Duration.ofDays(3));
            case FORBIDDEN -> forbid(folder.resolve(file));
            case FOLDER_IN_ITS_PLACE -> {
                Files.delete(folder.resolve(file));
                Files.createDirectory(folder.resolve(file));
            }
            case OTHER_FORMAT -> exports.write(file, exports.read(other(file)));
            case WEB_PAGE -> exports.write(file, "<!DOCTYPE html>\n<html><title>Sign in to GitHub</title></html>\n");
            case ARCHIVE -> exports.write(file, new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8, 8, 0, 1, 2, 3, 4});
        }
    }

    private static String other(String file) {
        return switch (file) {
            case Exports.DORMANT_REPORT -> Exports.PEOPLE_PAGE;
            case Exports.PEOPLE_PAGE -> Exports.AUTH0;
            case Exports.AUDIT_LOG -> Exports.AUTH0;
            case Exports.AUTH0 -> Exports.AUDIT_LOG;
            case Exports.MEMBERS -> Exports.DORMANT_REPORT;
            default -> fail("no other file for " + file);
        };
    }

    private static void forbid(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(
                Files.isReadable(file), "who may read everything, as root does, cannot be forbidden to read a file");
    }

    @ParameterizedTest
    @MethodSource("usual")
    void a_source_that_suddenly_delivers_a_fraction_of_the_usual_is_not_believed(String file) {
        Ran first = Console.run("run", "--config", folder.toString(), "--now", Exports.NOW.toString());
        assertThat(first.exit()).as(first.err()).isZero();
        String text = new String(exports.read(file), UTF_8);
        exports.write(file, fewer(file, text));

        Ran faulty = scan();
        assertThat(Exports.logins("dormant")).containsAll(faulty.accounts("dormant"));
        assertThat(faulty.exit()).as(faulty.err()).isEqualTo(4);
        assertThat(faulty.err())
                .contains("unhealthy: " + source(file) + " of github/exports: ")
                .contains(nameOf(file))
                .contains(" records, usually ")
                .contains("if that is right: dormouse release " + source(file));

        Ran released = Console.run(
                "release",
                source(file),
                "--config",
                folder.toString(),
                "--now",
                Exports.NOW.toString(),
                "--by",
                "operator");
        assertThat(released.exit()).as(released.err()).isZero();
        assertThat(scan().exit()).isZero();
    }

    static List<String> usual() {
        return SOURCES.keySet().stream().sorted().toList();
    }

    /** Every tenth record of the file, in its own format. */
    private static String fewer(String file, String text) {
        if (file.equals(Exports.MEMBERS)) {
            return "[\"dormant-0\",\"people-0\",\"audit-0\",\"auth0-0\"]\n";
        }
        List<String> lines = text.lines().toList();
        StringBuilder few = new StringBuilder();
        for (int i = 0; i < lines.size(); i += 10) {
            few.append(lines.get(i)).append('\n');
        }
        boolean array = text.startsWith("[");
        return array ? few.toString().strip().replaceAll(",?]?$", "") + "]\n" : few.toString();
    }
}
