package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.engine.PassResult;
import dev.dormouse.engine.Remotes;
import dev.dormouse.engine.SetChange;
import dev.dormouse.spi.KeepsSets;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow that keeps whom it finds in a list, instead of asking them and taking something away. */
class SetsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String LIST = "lists/dormant.txt";

    @TempDir
    Path folder;

    private Site site;
    private final Map<String, String> people = new TreeMap<>();

    @BeforeEach
    void write() {
        site = new Site(folder, NOW);
        people.put("Ann", daysAgo(200));
        people.put("ben", daysAgo(1));
        people.put("carl", daysAgo(100));
        people.put("dora", daysAgo(2));
        people.put("eve", "once upon a time");
        people.put("vip", daysAgo(300));
        configure("", "replace");
        export();
    }

    private static String daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days)).toString();
    }

    private void configure(String guard, String action) {
        site.write("dormouse.yaml", """
                applications:
                  github/acme: {accounts: {format: github-members, files: members.json}}
                sources:
                  people-page: {format: github-people-page, files: page.json, maxUnreadable: 50%%}
                workflows:
                  - workflow: dormant-list
                    applications: [github/acme]
                    select: {inactiveFor: 90d}
                    exempt: {accounts: [vip]}
                    guard: {%s}
                    output: {set: "file:%s", action: %s}
                """.formatted(guard, LIST, action));
    }

    private void export() {
        site.write(
                "members.json",
                people.keySet().stream()
                        .map(login -> "\"" + login + "\"")
                        .toList()
                        .toString());
        site.write(
                "page.json",
                people.entrySet().stream()
                        .map(one -> "{\"login\":\"" + one.getKey() + "\",\"last_active\":\"" + one.getValue() + "\"}")
                        .toList()
                        .toString());
    }

    private void list(String... logins) throws IOException {
        Files.createDirectories(folder.resolve("lists"));
        Files.writeString(folder.resolve(LIST), String.join("\n", logins));
    }

    private List<String> list() {
        return site.read(LIST).lines().toList();
    }

    private PassResult run() {
        return site.run().results().getFirst();
    }

    private static SetChange set(PassResult result) {
        return Objects.requireNonNull(result.set());
    }

    private void approve() {
        site.desk(desk -> desk.approve("dormant-list", "operator"));
    }

    private PassResult runApproved() {
        run();
        approve();
        return run();
    }

    private List<Draft> journal(JournalKind kind) {
        List<Draft> entries = new ArrayList<>();
        try (Workspace workspace = site.open();
                Ledger ledger = Objects.requireNonNull(workspace.findLedger())) {
            ledger.journal(0, entry -> {
                if (entry.draft().kind() == kind) {
                    entries.add(entry.draft());
                }
            });
        }
        return entries;
    }

    @Test
    void the_first_pass_is_a_plan_and_the_next_after_an_approval_writes_the_list() throws IOException {
        list("dora", "ANN", "vip", "eve", "gone-long-ago");
        PassResult planned = run();
        assertThat(planned.status().plan())
                .isNotNull()
                .satisfies(plan -> assertThat(plan.selected()).isEqualTo(3));
        assertThat(set(planned).added()).containsExactly("carl");
        assertThat(set(planned).removed()).containsExactly("dora", "gone-long-ago");
        assertThat(list()).startsWith("dora");
        assertThat(journal(JournalKind.PLANNED))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.text())
                                .startsWith(
                                        "version 1 would change the set file:lists/dormant.txt by 3 of 6 accounts; nothing happens until"));

        approve();
        assertThat(set(run()).words())
                .isEqualTo(
                        "the set file:lists/dormant.txt: 1 come in (carl), 2 leave (dora, gone-long-ago); 4 members");
        assertThat(list()).containsExactly("ANN", "carl", "eve", "vip");
        assertThat(folder.resolve("lists")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void who_comes_and_goes_is_in_the_journal_before_and_after_and_there_are_no_cases() {
        assertThat(runApproved().count("set-changed")).isEqualTo(1);
        assertThat(journal(JournalKind.SET_INTENT))
                .singleElement()
                .satisfies(one -> assertThat(one.data())
                        .containsEntry("set", "file:lists/dormant.txt")
                        .containsEntry("added", "Ann, carl")
                        .containsEntry("removed", ""));
        assertThat(journal(JournalKind.SET_OUTCOME)).hasSize(1);
        assertThat(site.<List<?>>desk(desk -> desk.list(new Ledger.CaseQuery(null, false, null))))
                .isEmpty();

        people.put("ben", daysAgo(95));
        people.put("Ann", daysAgo(3));
        export();
        assertThat(set(run()).removed()).containsExactly("Ann");
        assertThat(list()).containsExactly("ben", "carl");
        assertThat(set(run()).size()).as("nothing new").isZero();
        assertThat(journal(JournalKind.SET_INTENT)).hasSize(2);
    }

    @Test
    void a_scan_tells_what_would_change_and_writes_nothing() throws IOException {
        list("dora");
        try (Workspace workspace = site.open()) {
            Scan.Summary summary =
                    new Scan(workspace).run(workspace.configuration().workflows(), (workflow, one, judgement) -> {});
            SetChange change = Objects.requireNonNull(
                    Objects.requireNonNull(summary.results().get("dormant-list"))
                            .set());
            assertThat(change.added()).containsExactly("Ann", "carl");
            assertThat(change.removed()).containsExactly("dora");
        }
        assertThat(list()).containsExactly("dora");
        assertThat(folder.resolve(".dormouse")).doesNotExist();
    }

    @Test
    void more_than_maxSelected_changes_nothing_until_a_release() throws IOException {
        configure("maxSelected: 2", "replace");
        list("dora");
        PassResult stopped = runApproved();
        assertThat(stopped.status().quarantine())
                .isNotNull()
                .satisfies(quarantine -> assertThat(quarantine.reason())
                        .isEqualTo("guard maxSelected: 3 of 6 accounts (50.0 %) would be selected"));
        assertThat(list()).containsExactly("dora");
        assertThat(journal(JournalKind.SET_INTENT)).isEmpty();

        site.desk(desk -> desk.release("dormant-list", "operator"));
        assertThat(run().status().release()).isNull();
        assertThat(list()).containsExactly("Ann", "carl");
    }

    @Test
    void an_unhealthy_source_leaves_the_set_as_it_was_and_says_so() throws IOException {
        runApproved();
        Files.writeString(folder.resolve("page.json"), "");
        SetChange left = set(run());
        assertThat(left.obstacle()).startsWith("people-page of github/acme: page.json:1:1: the file is empty");
        assertThat(left.words()).startsWith("the set file:lists/dormant.txt is left as it was: people-page");
        assertThat(list()).containsExactly("Ann", "carl");

        Files.delete(folder.resolve("members.json"));
        assertThat(set(run()).obstacle()).startsWith("the accounts of github/acme: ");
        assertThat(list()).containsExactly("Ann", "carl");
    }

    @Test
    void everybody_who_is_known_to_be_active_comes_in_by_invert() {
        configure("", "invert");
        runApproved();
        assertThat(list()).containsExactly("ben", "dora");
    }

    @Test
    void another_action_is_a_plan_again() {
        runApproved();
        configure("", "remove");
        PassResult planned = run();
        assertThat(planned.status().plan()).isNotNull();
        assertThat(set(planned).removed()).containsExactly("Ann", "carl");
        assertThat(list()).containsExactly("Ann", "carl");
    }

    @Test
    void a_pass_that_dies_before_the_list_is_written_leaves_the_old_one_and_the_next_goes_on() throws IOException {
        list("dora");
        run();
        approve();
        Files.writeString(folder.resolve("lists/.dormant.txt.new"), "An");
        assertThatThrownBy(() -> runWith(new Dying(new ListFiles(folder)))).hasMessage("killed");
        assertThat(list()).containsExactly("dora");
        assertThat(journal(JournalKind.SET_INTENT)).hasSize(1);
        assertThat(journal(JournalKind.SET_OUTCOME)).isEmpty();

        run();
        assertThat(list()).containsExactly("Ann", "carl");
        assertThat(folder.resolve("lists/.dormant.txt.new")).doesNotExist();
    }

    /** A list whose process is killed where it would be written. */
    private record Dying(KeepsSets real) implements KeepsSets {

        @Override
        public List<String> members(String set) {
            return real.members(set);
        }

        @Override
        public List<String> replace(String set, List<String> members) {
            throw new Killed();
        }
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed");
        }
    }

    @Test
    void a_team_keeps_members_whom_its_system_does_not_list() {
        site.write("dormouse.yaml", site.read("dormouse.yaml").replace("file:" + LIST, "github/acme:team:Dormant"));
        Team team = new Team(new ArrayList<>(List.of("CARL", "dora", "ghost", "Eve")));
        runWith(team);
        assertThat(team.members("Dormant")).as("a plan").containsExactly("CARL", "dora", "ghost", "Eve");
        approve();
        runWith(team);
        assertThat(team.members("Dormant")).containsExactly("Ann", "CARL", "Eve", "ghost");
        assertThat(journal(JournalKind.SET_OUTCOME))
                .singleElement()
                .asString()
                .contains("; 4 members; no maintainers any more: dora");
    }

    private void runWith(KeepsSets keeper) {
        try (Workspace workspace =
                Workspace.open(folder, Map.of(), site.clock(), site, Duration.ofMillis(1), new Keeping(keeper))) {
            new RunPass(workspace).run();
        }
    }

    /** A team in a remote system. */
    private record Team(List<String> inTeam) implements KeepsSets {

        @Override
        public List<String> members(String set) {
            assertThat(set).isEqualTo("Dormant");
            return List.copyOf(inTeam);
        }

        @Override
        public List<String> replace(String set, List<String> members) {
            inTeam.clear();
            inTeam.addAll(members);
            return List.of("no maintainers any more: dora");
        }
    }

    /** Puts a keeper of sets into the place of all others. */
    private record Keeping(KeepsSets keeper) implements Workspace.Ports {

        @Override
        public Remotes remotes(Remotes real) {
            return (Remotes) Proxy.newProxyInstance(
                    SetsTest.class.getClassLoader(),
                    new Class<?>[] {Remotes.class},
                    (self, method, arguments) ->
                            method.getName().equals("keeper") ? keeper : method.invoke(real, arguments));
        }
    }

    @Test
    void a_list_that_cannot_be_written_is_told_and_the_workflow_goes_on_trying() throws IOException {
        run();
        approve();
        Files.writeString(folder.resolve("lists"), "a file, where a folder is needed");
        PassResult failed = run();
        assertThat(set(failed).obstacle()).startsWith("the list lists/dormant.txt cannot be ");
        Files.delete(folder.resolve("lists"));
        run();
        assertThat(list()).containsExactly("Ann", "carl");
    }

    @Test
    void a_team_that_nothing_can_keep_is_refused_by_check() {
        site.write("dormouse.yaml", site.read("dormouse.yaml").replace("file:" + LIST, "github/acme:team:Dormant"));
        try (Workspace workspace = site.open()) {
            assertThat(new ConfigurationCheck(workspace).faults())
                    .singleElement()
                    .asString()
                    .contains("dormouse.yaml:11:")
                    .contains("application github/acme has no connector that can keep the team Dormant; write the"
                            + " members to a list instead, for example set: \"file:lists/members.txt\"");
        }
        assertThat(set(run()).obstacle()).contains("no connector that can keep the team Dormant");
    }
}
