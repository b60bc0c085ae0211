package dev.dormouse.ledger;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.CaseState.Announcement;
import dev.dormouse.core.cases.CaseState.Arrival;
import dev.dormouse.core.cases.CaseState.Ended;
import dev.dormouse.core.cases.CaseState.Ending;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.JournalKind;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Guards;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.AccountRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Things to put into a ledger. */
final class Samples {

    static final String WORKFLOW = "github-dormant-members";
    static final Instant NOW = Instant.parse("2024-06-19T12:00:00.123456Z");

    static final Access ACCESS = new Access(
            new AccountRef("github/acme", "Ida", "42"),
            "42",
            NOW,
            List.of(new Access.Held("org-member", "admin"), new Access.Held("team:platform", null)),
            NOW.plus(Duration.ofDays(90)));

    private static final Announcement ANNOUNCED =
            new Announcement("notice-1", NOW, NOW.plus(Duration.ofDays(30)), Arrival.DELIVERED);
    private static final Announcement UNSENT = new Announcement("notice-2", null, NOW, Arrival.IN_TRANSIT);

    /** At least one of each state, with and without what may be absent. */
    static final List<CaseState> STATES = List.of(
            Reviewing.stage(0),
            new Reviewing(1, ANNOUNCED, 2),
            new CaseState.Held(new Reviewing(0, UNSENT, 0), HoldReason.BOUNCED, "no such \"user\"\n", NOW),
            CaseState.Removing.first(null),
            new CaseState.Removing(2, ANNOUNCED, ACCESS, 3, List.of("a step failed", "İ ı 🐭")),
            new CaseState.NeedsPerson("an enterprise team holds it", NOW, CaseState.Removing.first(null)),
            new CaseState.Following(1, NOW, ACCESS),
            new CaseState.Restoring(ACCESS, ""),
            new Ended(Ending.KEPT, "kept by ana", NOW, null),
            new Ended(Ending.REMOVED, "removed", NOW, ACCESS));

    static final List<Trigger> TRIGGERS = List.of(
            new Trigger.Dormancy("inactive for 90d", NOW, false),
            new Trigger.Dormancy("never used", null, true),
            new Trigger.Command("ana", "left the company"),
            new Trigger.Restore(7, "ana"));

    private Samples() {}

    static Case fresh(String login) {
        return fresh("github/acme", login);
    }

    static Case fresh(String application, String login) {
        return new Case(
                0,
                TRIGGERS.getFirst(),
                WORKFLOW,
                1,
                new SubjectKey(application, login),
                login,
                "42",
                login + "@acme.example",
                NOW,
                Reviewing.stage(0),
                NOW);
    }

    static Case ended(Case open, Ending ending, Instant at) {
        return open.with(new Ended(ending, "over", at, null), null);
    }

    static Draft draft(String text) {
        return new Draft(
                NOW, JournalKind.MOVED, WORKFLOW, 7, "github/acme:ida", "dormouse", text, Map.of("b", "2", "a", "1"));
    }

    static Intent intent(String key, Long... cases) {
        return new Intent(key, Intent.Kind.STEP, WORKFLOW, List.of(cases), "{\"step\":1}", NOW, null);
    }

    static Workflow workflow(String text) {
        return new Workflow(
                WORKFLOW,
                Workflow.Trigger.DORMANCY,
                List.of("github/acme"),
                new Selection(List.of(), Selection.Combine.ANY_ACTIVE_CLEARS, Selection.NeverActive.EXCLUDE, List.of()),
                Exemptions.none(),
                Guards.none(),
                new Workflow.Review(
                        List.of(), Workflow.IfIgnored.REMOVE, Workflow.OnReturn.STOP, Workflow.OnBounce.HOLD),
                List.of(),
                List.of(),
                new Window.Elapsed(Duration.ofDays(90)),
                List.of(),
                ZoneOffset.UTC,
                new Workflow.Fingerprints("whole-" + text, "selecting-" + text, "acting-" + text),
                text);
    }
}
