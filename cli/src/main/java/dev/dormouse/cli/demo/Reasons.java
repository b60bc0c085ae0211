package dev.dormouse.cli.demo;

import dev.dormouse.app.Explain;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Clause;
import java.util.List;

/** Shows why somebody is judged as they are. */
final class Reasons {

    private final Stage stage;

    Reasons(Stage stage) {
        this.stage = stage;
    }

    void show(Person person) {
        stage.narrator().heading("why was " + person.login() + " never asked? GitHub calls the account dormant");
        stage.narrator().command("explain " + person.login());
        List<Explain.Explanation> explanations = stage.open(
                        workspace -> new Explain(workspace).explain(person.login(), Explain.Evidence.LAST_PASS))
                .explanations();
        StoryBroken.unlessEqual("explanations of " + person.login(), 1, explanations.size());
        Explain.Explanation only = explanations.getFirst();
        StoryBroken.unlessEqual(
                "the answer for " + person.login(), Answer.ACTIVE, only.judged().answer());
        for (Clause clause : only.clauses()) {
            stage.narrator().say("  " + word(clause) + "  " + clause.name() + ": " + clause.value());
        }
        stage.narrator().say("so: active, because " + only.judgement().reason());
    }

    private static String word(Clause clause) {
        Boolean holds = clause.holds();
        if (holds == null) {
            return "unknown";
        }
        return holds ? "dormant" : "active ";
    }
}
