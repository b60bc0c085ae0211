package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.workflow.Exemptions;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One application, one source, one window of 90 days. */
final class Acme {

    static final String ACME = "github/acme";
    static final Instant NOW = Instant.parse("2024-06-19T12:00:00Z");
    static final Instant LONG_AGO = Instant.parse("2023-01-01T00:00:00Z");

    private Acme() {}

    static Workflow workflow(String... applications) {
        return Workflows.of(
                List.of(applications),
                Workflows.selection(Workflows.source("people", Workflows.days(90))),
                Exemptions.none());
    }

    static Question question(Workflow workflow) {
        List<SourceHealth> health = workflow.applications().stream()
                .map(application -> Population.health("people", application, null, null, Absence.NOTHING_SEEN))
                .toList();
        return new Question(workflow, NOW, health, Map.of());
    }

    static List<Judged> judge(Observations store, Question question) {
        List<Judged> judged = new ArrayList<>();
        store.judge(question, judged::add);
        return judged;
    }

    static void list(Observations store, String application, String... logins) {
        try (AccountIntake intake = store.accounts(application)) {
            for (String login : logins) {
                intake.accept(AccountRecord.of(login, "org-member"));
            }
            intake.complete();
        }
    }

    static void seen(Observations store, List<String> applications, Instant at, String... logins) {
        seen(store, applications, "people", at, logins);
    }

    static void seen(Observations store, List<String> applications, String source, Instant at, String... logins) {
        try (FeedIntake intake = store.feed(source, applications)) {
            for (String login : logins) {
                intake.sighting(new Sighting.At(login, at, ActivityKind.USE));
            }
        }
    }
}
