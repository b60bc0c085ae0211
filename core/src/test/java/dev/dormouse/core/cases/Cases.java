package dev.dormouse.core.cases;

import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Window;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.Access;
import dev.dormouse.spi.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One case at the stations of its way, under the document that {@link Documents#github()} builds by default. */
final class Cases {

    static final Instant START = Instant.parse("2024-06-19T12:00:00Z");

    /** Of a case that was announced at {@link #START}. */
    static final Instant DEADLINE = Instant.parse("2024-07-20T00:00:00Z");

    static final String OWNER = "user-0001@acme.example";

    static final Instant AFTER = DEADLINE.plus(Duration.ofHours(8));

    static final Access ACCESS = new Access(
            fresh(START).account(),
            "4711",
            AFTER,
            List.of(new Access.Held("org-member", "member")),
            AFTER.plus(Duration.ofDays(90)));

    private static final Workflow DOCUMENT = Documents.github().build();

    private Cases() {}

    static CaseLife at(Instant now) {
        return new CaseLife(DOCUMENT, now);
    }

    static Finding dormant(Instant upTo) {
        return new Finding.Dormant("last active long ago", Map.of("people-page", upTo));
    }

    static Case fresh(Instant now) {
        return fresh(now, new Trigger.Dormancy("last active long ago", null, false));
    }

    static Case fresh(Instant now, Trigger trigger) {
        return new Case(
                1,
                trigger,
                "dormant",
                1,
                Documents.SUBJECT,
                "User-0001",
                "4711",
                OWNER,
                now,
                CaseState.Reviewing.stage(0),
                now);
    }

    static Case announced() {
        return at(START).announced(fresh(START), 0, DEADLINE, "k", OWNER).next();
    }

    static Case delivered() {
        return at(START).delivery(announced(), OWNER, new Delivery.Delivered()).next();
    }

    /** Decided at {@link #AFTER}, and nothing is done yet. */
    static Case removing() {
        return at(AFTER).look(delivered(), dormant(AFTER)).next();
    }

    /** The first step of {@link #removing()}. */
    static CaseEffect.Perform perform() {
        return (CaseEffect.Perform) Objects.requireNonNull(
                at(AFTER).look(removing(), dormant(AFTER)).effect());
    }

    /** A case of another document whose first notice is out and came to this. */
    static Case announcedBy(Workflow workflow, Instant now, Delivery delivery) {
        CaseLife life = new CaseLife(workflow, now);
        Case open = fresh(now);
        CaseEffect.Announce announce = (CaseEffect.Announce)
                Objects.requireNonNull(life.look(open, dormant(now)).effect());
        return life.delivery(
                        life.announced(open, 0, announce.deadline(), "k", OWNER).next(), OWNER, delivery)
                .next();
    }

    static ReviewStage stage(String ask, Duration within) {
        return stage(List.of(ask), within);
    }

    static ReviewStage stage(List<String> ask, Duration within) {
        return new ReviewStage(
                ask, new Window.Elapsed(within), List.of(), "people", new ReviewStage.Templates("announce", null));
    }
}
