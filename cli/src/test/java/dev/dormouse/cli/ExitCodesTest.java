package dev.dormouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.cli.Console.Ran;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The exit codes that scripts rely on, and the line that goes with each. */
class ExitCodesTest {

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void write() {
        exports = new Exports(folder).write();
    }

    private Ran run(String... words) {
        return Console.runIn(folder, words);
    }

    @Test
    void done_is_0() {
        assertThat(run("check").exit()).isZero();
        assertThat(run("check").out())
                .contains("is in order: 1 application(s), 4 source(s), 0 channel(s), 1 workflow(s)");
    }

    @ParameterizedTest
    @CsvSource({
        "scan --now yesterday,Invalid value for option '--now'",
        "scan --now 2024-06-19,Invalid value for option '--now'",
        "scan --output xml,Invalid value for option '--output'",
        "scan --colour,Unknown option: '--colour'",
        "cases,'say what to do: list, show, decide, cancel, hold or release'",
        "cases decide 1 perhaps,expected one of [KEEP",
        "cases show emp-010,CASE is a number; find it with: dormouse cases list emp-010",
        "backtest w --from 2026-13-30 --to 2026-12-31,write a date such as 2026-01-31",
        "backtest w --from 2026-01-01 --to 2026-02-01 --thresholds 90d,'write a whole number, for example 90'",
        "backtest w --from 2026-01-01 --to 2026-02-01 --out /nowhere/x.html,there is no folder /nowhere",
        "backtest w --from 2026-01-01 --to 2026-02-01 --out .,'--out . is a folder; name a file in it'",
        "init pom.xml,pom.xml is a file; name a folder",
        "run src,to work in that folder: --config src",
        "scna,did you mean 'scan'?",
        "cases lst,did you mean 'list'?",
        "scan --confg=there,did you mean '--config'?",
        "journal verify --head xx,--head must be NUMBER:64 hex digits"
    })
    void wrong_usage_is_2_and_names_the_option_and_the_help(String line, String message) {
        Ran ran = Console.run(line.split(" ", -1));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("dormouse: ").contains(message).contains(" --help");
    }

    @Test
    void what_is_due_and_could_not_be_done_is_1_with_a_note() {
        exports.configure(Exports.acting());
        exports.write(
                Exports.PEOPLE_PAGE,
                exports.text(Exports.PEOPLE_PAGE)
                        .replace("\"login\"", "\"saml_name_id\":\"some@acme.example\",\"login\""));
        assertThat(run("run").exit()).isZero();
        assertThat(run("approve", "github-dormant-members").exit()).isZero();

        Ran ran = run("run", "--output", "json");

        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(1);
        assertThat(ran.json().path(0).path("announced").asText()).isEqualTo("0");
        assertThat(ran.json().path(0).path("note").asText())
                .startsWith("1 not done, tried again by a later run: nothing more is sent by mail in this pass: ")
                .contains("no connection");
    }

    @Test
    void a_wrong_configuration_is_2_and_names_file_line_and_column() {
        exports.configure(Exports.example().replace("combine: any-active-clears", "combine: all-of-them"));
        Ran ran = run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).containsPattern("dormouse\\.yaml:\\d+:\\d+: ").contains("combine");
    }

    @Test
    void a_connector_that_is_not_there_or_sends_nothing_is_2_and_the_message_is_a_sentence() {
        exports.configure(Exports.example() + "\nchannels: {mail: {connector: smpt}}\n");
        assertThat(run("check").err())
                .contains("'connector' in channel mail must be one of auth0,", "not 'smpt'; did you mean 'smtp'?");
        exports.configure(
                Exports.example() + "\nchannels: {mail: {connector: files, format: auth0-users, files: x}}\n");
        Ran ran = run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("'connector' in channel mail must be one that sends messages; 'files' sends none");
    }

    @Test
    void check_tells_the_faults_of_all_connectors_at_once() {
        exports.configure(Exports.example().replace("format: github-people-page", "format: github-people")
                + "\nchannels: {mail: {connector: smpt}, chat: {connector: slcak}}\n");
        Ran ran = run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines())
                .satisfiesExactly(
                        one -> assertThat(one).contains("'format' in source people-page must be one of"),
                        two -> assertThat(two).contains("not 'smpt'"),
                        three -> assertThat(three).contains("not 'slcak'"));
    }

    @Test
    void a_setting_that_nobody_asked_for_is_2() {
        exports.configure(Exports.example().replace("files: dormant.csv", "files: dormant.csv, seperator: ';'"));
        Ran ran = run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).containsPattern("dormouse\\.yaml:\\d+:\\d+: ").contains("seperator");
    }

    @Test
    void a_folder_without_configuration_is_2_and_says_how_to_begin() {
        Ran ran = Console.run("scan", folder.resolve("elsewhere").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no dormouse.yaml in").contains("dormouse init");
    }

    @Test
    void stopped_by_a_guard_is_3_and_a_release_ends_it() {
        exports.configure(Exports.acting().replace("# maxSelected: \"50 and 5%\"", "maxSelected: \"5 and 50%\""));
        Ran plan = run("run");
        assertThat(plan.exit()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains("plan")
                .contains("then a guard will stop it: guard maxSelected: 8 of 40 accounts");
        assertThat(run("approve", "github-dormant-members").exit()).isZero();

        Ran stopped = run("run");
        assertThat(stopped.exit()).isEqualTo(3);
        assertThat(stopped.out())
                .contains("quarantine")
                .contains("guard maxSelected: 8 of 40 accounts (20.0 %) would be selected")
                .contains("go on with: dormouse release github-dormant-members");
        assertThat(run("run").exit()).isEqualTo(3);

        Ran released = run("release", "github-dormant-members", "--by", "operator");
        assertThat(released.exit()).as(released.err()).isZero();
        assertThat(released.out()).contains("is released for one pass, up to 8 selected");
        Ran again = run("run");
        assertThat(again.exit()).as(again.out() + again.err()).isZero();
    }

    @Test
    void an_unhealthy_source_is_4_for_a_pass_too() throws IOException {
        Files.delete(folder.resolve(Exports.AUDIT_LOG));
        Ran ran = run("run");
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err()).contains("unhealthy: audit-log of github/exports: audit-log*.jsonl: no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "approve github-dormant-members,no plan of workflow github-dormant-members waits for approval",
        "approve other,there is no workflow 'other'",
        "release github-dormant-members,is not in quarantine",
        "cases show 7,there is no case 7",
        "cases list --workflow nope,there is no workflow 'nope'",
        "restore dormant-0,nothing was removed from 'dormant-0' that could be given back; see: dormouse cases list"
                + " dormant-0 --all"
    })
    void anything_else_is_1_with_one_line_that_says_what_to_do(String line, String message) {
        exports.configure(Exports.acting());
        run("run");
        if (line.startsWith("approve github")) {
            run("approve", "github-dormant-members");
        }
        Ran ran = run(line.split(" ", -1));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().lines().filter(one -> !one.startsWith("…")))
                .singleElement()
                .asString()
                .startsWith("dormouse: ")
                .contains(message);
    }

    @Test
    void a_second_process_in_the_same_folder_is_told_who_works_there() throws IOException {
        run("run");
        try (FileChannel other = FileChannel.open(folder.resolve(".dormouse/lock"), StandardOpenOption.WRITE);
                FileLock _ = other.lock()) {
            Ran ran = run("run");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("dormouse: another dormouse works in")
                    .contains("command run")
                    .contains("wait until it has ended and try again");
            assertThat(run("scan").exit()).as("reading needs no lock").isZero();
        }
    }

    @Test
    void init_writes_a_configuration_and_overwrites_none() {
        String fresh = folder.resolve("fresh").toString();
        assertThat(Console.run("init", fresh).out()).contains("wrote").contains("dormouse scan " + fresh);
        assertThat(Console.run("check", fresh).exit()).isZero();
        Ran again = Console.run("init", fresh);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("is there already; nothing was written");
    }

    @Test
    void the_journal_verifies() {
        exports.configure(Exports.acting());
        run("run");
        Ran ran = run("journal", "verify");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).startsWith("intact: ");
        String head = ran.out().strip().substring(ran.out().indexOf("head ") + 5);
        assertThat(run("journal", "verify", "--head", head).exit()).isZero();
        String other = "0".repeat(64);
        assertThat(run("journal", "verify", "--head", "1:" + other).out()).contains("no entry is 1:0000");
        Ran beyond = run("journal", "verify", "--head", "99:" + other);
        assertThat(beyond.exit()).isEqualTo(1);
        assertThat(beyond.out()).containsPattern("changed: the journal has only \\d+ entries");
    }

    @Test
    void a_list_without_a_case_says_so() {
        assertThat(run("cases", "list").err()).contains("no open case; ended ones too: --all");
        assertThat(run("cases", "list", "--all").err()).startsWith("no case");
    }

    @Test
    void a_file_where_the_data_folder_belongs_is_told_in_words() throws IOException {
        Files.writeString(folder.resolve(".dormouse"), "");
        Ran ran = run("run");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains(".dormouse: there is a file of that name")
                .doesNotContain("a defect");
    }

    @Test
    void the_help_of_every_command_has_an_example() {
        CommandLine command = DormouseCommand.commandLine();
        command.getSubcommands().forEach((name, sub) -> {
            assertThat(sub.getUsageMessage())
                    .as(name)
                    .containsPattern("Examples?:")
                    .contains("dormouse " + name);
        });
        assertThat(command.getUsageMessage()).contains("Exit codes: 0 done");
    }
}
