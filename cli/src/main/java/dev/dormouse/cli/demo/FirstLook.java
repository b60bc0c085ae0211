package dev.dormouse.cli.demo;

import dev.dormouse.app.ConfigurationCheck;
import dev.dormouse.app.Scan;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Judgement;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Tally;
import dev.dormouse.engine.PassResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Check, scan, and the plan that changes nothing. */
final class FirstLook {

    private final Stage stage;
    private final Narrator narrator;
    private final Map<Answer, String> examples = new EnumMap<>(Answer.class);

    private FirstLook(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
    }

    static void play(Stage stage) {
        FirstLook act = new FirstLook(stage);
        stage.configure(List.of());
        stage.exportsAreMade(Calendar.FIRST_EXPORTS);
        stage.at(Calendar.PLAN, "a first look; nothing is changed");
        act.check();
        act.scan();
        act.plan();
    }

    private void check() {
        narrator.command("check");
        List<String> faults = new ArrayList<>();
        String summary = stage.open(workspace -> {
            ConfigurationCheck check = new ConfigurationCheck(workspace);
            faults.addAll(check.faults());
            return check.summary();
        });
        StoryBroken.unless(faults.isEmpty(), "the configuration has faults: " + faults);
        narrator.say(summary);
    }

    private void scan() {
        narrator.command("scan");
        Tally tally = stage.open(workspace -> {
            Scan.Summary summary = new Scan(workspace)
                    .run(workspace.configuration().workflows(), (workflow, one, judgement) -> keep(one, judgement));
            return StoryBroken.unlessPresent(summary.results().get(Stage.WORKFLOW), "the scan judged nothing")
                    .tally();
        });
        narrator.say(tally.inScope() + " memberships of 2,000 people and a bot in two organisations:");
        narrator.say(tally.dormant() + " dormant, " + tally.active() + " active, " + tally.exempt() + " exempt, "
                + tally.unknown() + " unknown. For example");
        examples.values().forEach(line -> narrator.say("  " + line));
        StoryBroken.unlessEqual("memberships in scope", stage.population().accounts(), tally.inScope());
        StoryBroken.unlessEqual("memberships found dormant", stage.population().dormantAccounts(), tally.dormant());
        StoryBroken.unlessEqual("memberships found unknown", 1L, tally.unknown());
        StoryBroken.unlessEqual("memberships found exempt", 1L, tally.exempt());
    }

    private void keep(Judged one, Supplier<Judgement> judgement) {
        examples.computeIfAbsent(
                one.answer(),
                answer -> one.login() + " is " + answer.name().toLowerCase(java.util.Locale.ROOT) + ": "
                        + judgement.get().reason());
    }

    private void plan() {
        PassResult result = stage.run();
        StoryBroken.unlessPresent(result.status().plan(), "the first pass did not make a plan");
        narrator.say("The first pass is a plan: it would ask about " + result.selected() + " memberships.");
        StoryBroken.unless(stage.cases().isEmpty(), "a plan opened cases");
        StoryBroken.unless(stage.standIns().govNotify().sent().isEmpty(), "a plan wrote to people");
        stage.at(Calendar.APPROVAL, "the plan looks right");
        narrator.command("approve " + Stage.WORKFLOW);
        stage.desk(desk -> desk.approve(Stage.WORKFLOW, Stage.OPERATOR));
        narrator.say(Stage.OPERATOR + " approved it; the next run acts.");
    }
}
