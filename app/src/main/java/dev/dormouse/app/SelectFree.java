package dev.dormouse.app;

import dev.dormouse.core.backtest.ReturnOdds;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.History;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Spells;
import dev.dormouse.core.observations.Spells.Open;
import dev.dormouse.core.observations.Spells.Subject;
import dev.dormouse.core.workflow.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the seats whose removal is least likely to be regretted: of the accounts that the workflow calls dormant now,
 * those that by the history are the least likely to be used within 90 days. Changes nothing.
 */
public final class SelectFree {

    private static final Comparator<Seat> LEAST_REGRET = Comparator.comparingDouble(Seat::odds)
            .thenComparing(Seat::silent, Comparator.reverseOrder())
            .thenComparing(seat -> seat.judged().key().toString())
            .thenComparing(seat -> Objects.requireNonNullElse(seat.judged().entitlement(), ""));

    private final Workspace workspace;

    public SelectFree(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * One seat.
     *
     * @param lastActivity null for an account that no source saw
     * @param silent for how long, at least
     * @param earlier how many long spells the account had before
     * @param odds from 0 to 1, that it will be used within {@link Spells#LOOK_AHEAD} days
     */
    public record Seat(Judged judged, @Nullable Instant lastActivity, Duration silent, int earlier, double odds) {}

    /**
     * The seats, least regret first.
     *
     * @param areGrants whether a seat is one entitlement of an account
     * @param dormant how many the workflow calls dormant; no others are offered
     */
    public record Selected(List<Seat> seats, boolean areGrants, long dormant, List<String> notes) {

        public Selected {
            seats = List.copyOf(seats);
            notes = List.copyOf(notes);
        }

        /** How many of them are expected to be used within 90 days. */
        public double expectedReturns() {
            return seats.stream().mapToDouble(Seat::odds).sum();
        }
    }

    public Selected run(String workflow, int seats) {
        return new Lookback(workspace).at(workspace.workflow(workflow), view -> run(view, seats));
    }

    private static Selected run(Lookback.View view, int wanted) {
        History history = view.histories().of(view.question());
        Instant asOf = view.histories().asOf(history);
        Spells spells = view.observations().spells(history, asOf);
        ReturnOdds odds = new ReturnOdds(spells);
        Selection selection = view.question().workflow().selection();
        List<Seat> seats = new ArrayList<>();
        view.observations().judge(view.question(), one -> {
            if (one.answer() == Answer.DORMANT) {
                Open open = spells.open().get(Subject.of(one, selection));
                seats.add(seat(one, open, history, asOf, odds));
            }
        });
        List<Seat> chosen = seats.stream().sorted(LEAST_REGRET).limit(wanted).toList();
        return new Selected(
                chosen,
                selection.isAboutGrants(),
                seats.size(),
                view.histories().notes());
    }

    private static Seat seat(Judged one, @Nullable Open open, History history, Instant asOf, ReturnOdds odds) {
        Instant last = open == null ? newest(one) : open.since();
        Instant since = last == null ? begin(one, history, asOf) : last;
        Instant complete = history.completeFrom(one.key().application());
        // What a log has lost is no silence; other sources know since when.
        boolean isFromGap = open != null && complete != null && complete.isAfter(since);
        Duration silent = Duration.between(isFromGap ? complete : since, asOf);
        int earlier = open == null ? 0 : open.earlier();
        return new Seat(one, last, silent, earlier, odds.after(silent, earlier));
    }

    /** What the sources without events tell. */
    private static @Nullable Instant newest(Judged one) {
        return one.evidence().bySource().values().stream()
                .map(evidence -> evidence instanceof Evidence.At(Instant at) ? at : null)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Nobody saw it: silent since it came to be, as far as is known. */
    private static Instant begin(Judged one, History history, Instant asOf) {
        Instant created = one.evidence().created();
        Instant complete = history.completeFrom(one.key().application());
        if (created == null || (complete != null && created.isBefore(complete))) {
            return Objects.requireNonNullElse(complete, asOf);
        }
        return created;
    }
}
