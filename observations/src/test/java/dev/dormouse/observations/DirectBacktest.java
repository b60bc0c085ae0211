package dev.dormouse.observations;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.judging.Judge;
import dev.dormouse.core.judging.SubjectEvidence;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The same cells by the direct method: the rules in Java, for every account, threshold and day. */
final class DirectBacktest {

    private final PastWorld world;
    private final BacktestPlan plan;
    private final Workflow workflow;

    DirectBacktest(PastWorld world) {
        this.world = world;
        this.plan = world.plan;
        this.workflow = plan.history().question().workflow();
    }

    List<BacktestCell> cells() {
        List<BacktestCell> cells = new ArrayList<>();
        for (String application : plan.history().applications()) {
            for (int threshold : plan.thresholds()) {
                cells(application, threshold, cells);
            }
        }
        return cells;
    }

    private void cells(String application, int threshold, List<BacktestCell> cells) {
        List<AccountRecord> listed = world.accounts.getOrDefault(application, List.of()).stream()
                .filter(account -> !exempt(account))
                .toList();
        List<Instant> days = plan.days();
        Instant before = plan.dayBefore();
        for (int number = 0; number < days.size(); number++) {
            Instant day = days.get(number);
            Instant previous = before;
            List<AccountRecord> standing = listed.stream()
                    .filter(account -> dormant(application, account, threshold, day))
                    .toList();
            List<AccountRecord> selected = standing.stream()
                    .filter(account -> !dormant(application, account, threshold, previous))
                    .toList();
            cells.add(new BacktestCell(
                    application,
                    threshold,
                    number,
                    listed.stream()
                            .filter(account -> account.created() == null
                                    || !account.created().isAfter(day))
                            .count(),
                    selected.size(),
                    standing.size(),
                    again(selected, application, day, use(application)),
                    again(selected, application, day, kind -> true)));
            before = day;
        }
    }

    private Predicate<ActivityKind> use(String application) {
        boolean told = world.sources.stream()
                .filter(source -> source.applications().contains(application))
                .flatMap(source -> source.events().stream())
                .anyMatch(event -> event.kind() != ActivityKind.LOGIN);
        return kind -> !told || kind != ActivityKind.LOGIN;
    }

    private List<Long> again(
            List<AccountRecord> selected, String application, Instant day, Predicate<ActivityKind> kinds) {
        return BacktestPlan.LOOK_AHEAD.stream()
                .map(look -> selected.stream()
                        .filter(account -> events(application, account).stream()
                                .anyMatch(event -> kinds.test(event.kind())
                                        && event.at().isAfter(day)
                                        && !event.at().isAfter(day.plus(Duration.ofDays(look)))))
                        .count())
                .toList();
    }

    private List<Sighting.Event> events(String application, AccountRecord account) {
        return world.sources.stream()
                .filter(source -> source.applications().contains(application))
                .flatMap(source -> events(source, account).stream())
                .toList();
    }

    private static List<Sighting.Event> events(PastWorld.Source source, AccountRecord account) {
        return source.events().stream()
                .filter(event -> event.account().equalsIgnoreCase(account.login()))
                .toList();
    }

    private boolean dormant(String application, AccountRecord account, int threshold, Instant at) {
        Map<String, Evidence> bySource = new LinkedHashMap<>();
        List<SourceRule> rules = new ArrayList<>();
        for (SourceRule rule : workflow.selection().sources()) {
            rules.add(new SourceRule(
                    rule.source(), Workflows.days(threshold), rule.role(), rule.need(), rule.appliesTo(), rule.kind()));
        }
        for (PastWorld.Source source : world.sources) {
            bySource.put(source.name(), evidence(source, account, at));
        }
        Selection selection = workflow.selection();
        return new Judge(
                                new Selection(rules, selection.combine(), selection.neverActive(), List.of()),
                                at,
                                workflow.zone())
                        .judge(
                                application,
                                new SubjectEvidence(account.created(), floor(application, account, at), null, bySource))
                        .answer()
                == Answer.DORMANT;
    }

    private static Evidence evidence(PastWorld.Source source, AccountRecord account, Instant at) {
        TreeSet<Instant> known = new TreeSet<>();
        events(source, account).stream()
                .map(Sighting.Event::at)
                .filter(instant -> !instant.isAfter(at))
                .forEach(known::add);
        if (!known.isEmpty()) {
            return new Evidence.At(known.last());
        }
        Instant from = source.from();
        Instant created = account.created();
        return from == null || (created != null && !from.isAfter(created))
                ? new Evidence.Never()
                : new Evidence.NoneSince(from);
    }

    /** A decision counts from its instant on; the end of an exemption is known beforehand. */
    private @Nullable Floor floor(String application, AccountRecord account, Instant at) {
        Floor kept = plan.history().question().floors().get(new SubjectKey(application, account.login()));
        Floor latest = kept == null || kept.at().isAfter(at) ? null : kept;
        for (Exemption entry : workflow.exemptions().entries()) {
            if (entry.match().equalsIgnoreCase(account.login()) && entry.until() != null) {
                Instant end =
                        entry.until().plusDays(1).atStartOfDay(workflow.zone()).toInstant();
                latest = latest == null || end.isAfter(latest.at()) ? new Floor(end, "end of exemption") : latest;
            }
        }
        return latest;
    }

    private boolean exempt(AccountRecord account) {
        Instant now = plan.history().question().now();
        return workflow.exemptions().entries().stream()
                .filter(entry -> entry.match().equalsIgnoreCase(account.login()))
                .anyMatch(entry -> entry.until() == null
                        || now.isBefore(entry.until()
                                .plusDays(1)
                                .atStartOfDay(workflow.zone())
                                .toInstant()));
    }
}
