package dev.dormouse.cli;

import dev.dormouse.app.UseCaseException;
import dev.dormouse.core.yaml.Nearest;
import dev.dormouse.engine.EngineException;
import dev.dormouse.spi.Coded;
import dev.dormouse.spi.ErrorKind;
import dev.dormouse.spi.SettingsException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Errors as a person reads them: one line, and what to do. */
final class Failure {

    /** Set to anything, the stack trace of a failure is shown too. */
    private static final String TRACE = "DORMOUSE_TRACE";

    private Failure() {}

    static int report(Exception failure, CommandLine command, ParseResult parsed) {
        if (System.getenv(TRACE) != null) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().println("dormouse: " + message(failure));
        command.getErr().flush();
        return failure instanceof SettingsException ? Exit.USAGE : Exit.FAILED;
    }

    static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("dormouse: " + failure.getMessage() + hint(failure, command));
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return Exit.USAGE;
    }

    /** Some commands take their folder as an argument, so people expect it of all. */
    private static String hint(ParameterException failure, CommandLine command) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String first = unmatched.getUnmatched().getFirst();
        Map<String, OptionSpec> options = command.getCommandSpec().optionsMap();
        if (options.containsKey("--config") && isFolder(first)) {
            return "; to work in that folder: --config " + first;
        }
        // Picocli's own suggestions share a pair of letters with the word, no more.
        Set<String> known = new TreeSet<>(command.getSubcommands().keySet());
        options.keySet().stream().filter(option -> option.startsWith("--")).forEach(known::add);
        return Nearest.hint(first.split("=", 2)[0], known);
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case SettingsException known -> known.getMessage();
            case UseCaseException known -> known.getMessage();
            case EngineException known -> known.getMessage();
            case Coded known when known.code().kind() != ErrorKind.INTERNAL -> known.getMessage();
            case UncheckedIOException known
            when known.getCause() instanceof FileSystemException cause -> known.getMessage() + ": " + reason(cause);
            case FileSystemException known -> known.getFile() + ": " + reason(known);
            default -> oneLine(failure) + " (a defect, or a damaged file; with " + TRACE + "=1 it shows where)";
        };
    }

    private static String reason(FileSystemException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case FileAlreadyExistsException _ -> "there is a file of that name";
            case AccessDeniedException _ -> "permission denied";
            default -> failure.getReason() == null ? oneLine(failure) : failure.getReason();
        };
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Throwable cause = failure.getCause();
        String all = cause == null || cause.getMessage() == null ? message : message + ": " + cause.getMessage();
        return all.lines().findFirst().orElse(all);
    }
}
