package dev.dormouse.cli;

import dev.dormouse.app.UseCaseException;
import dev.dormouse.engine.EngineException;
import dev.dormouse.spi.Coded;
import dev.dormouse.spi.ErrorKind;
import dev.dormouse.spi.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
        command.getErr().println("dormouse: " + failure.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return Exit.USAGE;
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case SettingsException known -> known.getMessage();
            case UseCaseException known -> known.getMessage();
            case EngineException known -> known.getMessage();
            case Coded known when known.code().kind() != ErrorKind.INTERNAL -> known.getMessage();
            default -> oneLine(failure) + " (a defect, or a damaged file; with " + TRACE + "=1 it shows where)";
        };
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Throwable cause = failure.getCause();
        String all = cause == null || cause.getMessage() == null ? message : message + ": " + cause.getMessage();
        return all.lines().findFirst().orElse(all);
    }
}
