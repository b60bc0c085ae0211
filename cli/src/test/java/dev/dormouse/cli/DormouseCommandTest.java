package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class DormouseCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            DormouseCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void the_version_is_the_one_of_the_build() {
        assertThat(command.execute("--version")).isZero();
        assertThat(out.toString().strip()).matches("dormouse \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void without_a_command_the_help_is_shown_and_the_exit_code_says_usage() {
        assertThat(command.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: dormouse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "run", "cases", "demo"})
    void help_shows_the_help_of_a_command(String name) {
        assertThat(command.execute("help", name)).isZero();
        assertThat(out.toString()).contains("Usage: dormouse " + name);
    }

    @Test
    void every_option_and_parameter_is_described() {
        describe(command);
    }

    private static void describe(CommandLine one) {
        assertThat(one.getCommandSpec().args().stream()
                        .filter(arg -> arg.description().length == 0)
                        .map(ArgSpec::toString))
                .as(one.getCommandSpec().qualifiedName())
                .isEmpty();
        one.getSubcommands().values().forEach(DormouseCommandTest::describe);
    }
}
