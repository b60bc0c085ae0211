package dev.dormouse.cli.demo;

import dev.dormouse.core.ledger.Ledger.Verification;

/** Commands that work on the folder although the stand-ins are gone. */
final class LookAround {

    private LookAround() {}

    static void print(Stage stage) {
        String config = " --config " + stage.folder().quoted();
        Verification verification = stage.desk(desk -> desk.verify(""));
        Person restored = stage.population().only(Habit.RESTORED);
        Narrator narrator = stage.narrator();
        narrator.heading("everything held. Look around in " + stage.folder().path() + ":");
        narrator.whole("./dormouse cases list --held" + config);
        narrator.whole("./dormouse cases list " + restored.login() + " --all" + config);
        narrator.whole("./dormouse cases show " + stage.caseOf(restored).id() + config);
        narrator.whole("./dormouse explain "
                + stage.population().only(Habit.SPLIT).login() + " --now " + Calendar.END + config);
        narrator.whole("./dormouse check" + config);
        narrator.whole(
                "./dormouse journal verify --head " + verification.entries() + ":" + verification.head() + config);
    }
}
