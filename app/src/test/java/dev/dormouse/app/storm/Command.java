package dev.dormouse.app.storm;

import dev.dormouse.app.CaseDesk;
import dev.dormouse.app.RunPass;
import dev.dormouse.app.WatchedWorkspace;
import dev.dormouse.app.Workspace;
import dev.dormouse.core.cases.CaseLife.Decision;
import dev.dormouse.engine.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What the program is asked to do, in words that fit on a command line. */
record Command(List<String> words) {

    static final String WORKFLOW = "dormant-members";

    private static final Progress SILENT = new Progress() {
        @Override
        public void doing(String line) {}

        @Override
        public void warn(String line) {}
    };

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    String verb() {
        return words.getFirst();
    }

    void run(Path folder, Instant now, KillPoints points) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        try (Workspace workspace = WatchedWorkspace.open(folder, clock, SILENT, points::around, points::around)) {
            CaseDesk desk = new CaseDesk(workspace);
            switch (verb()) {
                case "run" -> new RunPass(workspace).run();
                case "approve" -> desk.approve(WORKFLOW, "anna");
                case "release" -> desk.release(WORKFLOW, "anna");
                case "restore" -> desk.restore(words.get(1), "anna");
                case "decide" -> desk.decide(Long.parseLong(words.get(1)), Decision.valueOf(words.get(2)), "anna", "");
                default -> throw new IllegalArgumentException("no such command: " + words);
            }
        }
    }
}
