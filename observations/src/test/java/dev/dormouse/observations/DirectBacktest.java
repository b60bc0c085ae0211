package dev.dormouse.observations;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.judging.Judge;
import dev.dormouse.core.judging.SubjectEvidence;
import dev.dormouse.core.judging.SubjectEvidence.Floor;
import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import dev.dormouse.core.observations.Judged;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Exemptions.Exemption;
import dev.dormouse.core.workflow.Selection;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.core.workflow.SourceRule.Need;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.ActivityKind;
import dev.dormouse.spi.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same cells by the direct method: the rules in Java, for every account or grant, threshold and day. */
final class DirectBacktest {

    private final PastWorld world;
    private final BacktestPlan plan;
    private final Workflow workflow;
    private final Population population;

    DirectBacktest(PastWorld world) {
        this.world = world;
        this.plan = world.plan;
        this.population = world.population();
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

    /** @param entitlement null for the account as a whole */
    private record Subject(AccountRecord account, @Nullable String entitlement) {

        boolean isOf(Sighting.Event event) {
            String told = event.entitlement();
            boolean isOfIt =
                    entitlement == null || told == null || told.isEmpty() || told.equalsIgnoreCase(entitlement);
            return isOfIt && event.account().equalsIgnoreCase(account.login());
        }

        boolean isStrangeTo(PastWorld.Source source) {
            return entitlement != null
                    && source.events().stream().anyMatch(event -> event.entitlement() != null)
                    && source.events().stream().noneMatch(event -> entitlement.equalsIgnoreCase(event.entitlement()));
        }
    }

    private List<Subject> listed(String application) {
        return world.accounts.getOrDefault(application, List.of()).stream()
                .filter(account -> !exempt(account))
                .filter(account -> isSelectable(application, account))
                .flatMap(account -> world.isAboutGrants()
                        ? account.holds().stream()
                                .filter(PastWorld.LICENCES::contains)
                                .map(held -> new Subject(account, held))
                        : Stream.of(new Subject(account, null)))
                .toList();
    }

    private void cells(String application, int threshold, List<BacktestCell> cells) {
        List<Subject> listed = listed(application);
        List<Instant> days = plan.days();
        Instant before = plan.dayBefore();
        for (int number = 0; number < days.size(); number++) {
            Instant day = days.get(number);
            Instant previous = before;
            List<Subject> standing = listed.stream()
                    .filter(one -> dormant(application, one, threshold, day))
                    .toList();
            List<Subject> selected = standing.stream()
                    .filter(one -> !dormant(application, one, threshold, previous))
                    .toList();
            cells.add(new BacktestCell(
                    application,
                    threshold,
                    number,
                    listed.stream()
                            .map(Subject::account)
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

    /** What is as of today narrows who is looked at. */
    private boolean isSelectable(String application, AccountRecord account) {
        Condition when = workflow.selection().when();
        return when == null
                || when.countsEvents()
                || Boolean.TRUE.equals(when.evaluate(facts(
                                application, account, plan.history().question().now()))
                        .truth());
    }

    /** What is counted is another on every day, and takes part in the judgement. */
    private Map<Fact, Object> asked(String application, Subject one, Instant at) {
        Map<Fact, Object> asked = new HashMap<>();
        Condition when = counting();
        if (when != null) {
            ReferenceFacts facts = facts(application, one.account(), at);
            for (Fact fact : when.asks()) {
                Object value = facts.value(fact);
                if (value != null) {
                    asked.put(fact, value);
                }
            }
        }
        return asked;
    }

    private @Nullable Condition counting() {
        Condition when = workflow.selection().when();
        return when != null && when.countsEvents() ? when : null;
    }

    private ReferenceFacts facts(String application, AccountRecord account, Instant at) {
        Question question = new Question(workflow, at, population.health, Map.of());
        SubjectEvidence evidence = new SubjectEvidence(
                account.created(), null, null, bySource(application, new Subject(account, null), at));
        return new ReferenceFacts(
                population,
                question,
                new Judged(
                        new SubjectKey(application, account.login()),
                        account.login(),
                        null,
                        null,
                        null,
                        Answer.UNKNOWN,
                        evidence));
    }

    private Predicate<ActivityKind> use(String application) {
        boolean told = world.sources.stream()
                .filter(source -> source.applications().contains(application))
                .flatMap(source -> source.events().stream())
                .anyMatch(event -> event.kind() != ActivityKind.LOGIN);
        return kind -> !told || kind != ActivityKind.LOGIN;
    }

    private List<Long> again(List<Subject> selected, String application, Instant day, Predicate<ActivityKind> kinds) {
        return BacktestPlan.LOOK_AHEAD.stream()
                .map(look -> selected.stream()
                        .filter(one -> events(application, one).stream()
                                .anyMatch(event -> kinds.test(event.kind())
                                        && event.at().isAfter(day)
                                        && !event.at().isAfter(day.plus(Duration.ofDays(look)))))
                        .count())
                .toList();
    }

    private List<Sighting.Event> events(String application, Subject one) {
        return world.sources.stream()
                .filter(source -> source.applications().contains(application))
                .flatMap(source -> events(source, application, one).stream())
                .toList();
    }

    private List<Sighting.Event> events(PastWorld.Source source, String application, Subject one) {
        Integer person = person(application, one);
        return source.events().stream()
                .filter(event ->
                        source.tellsOfPersons() ? person != null && world.isOf(person, event) : one.isOf(event))
                .toList();
    }

    private @Nullable Integer person(String application, Subject one) {
        return world.persons.get(new SubjectKey(application, one.account().login()));
    }

    private boolean isUnknown(PastWorld.Source source, String application, Subject one) {
        return (source.tellsOfPersons() && person(application, one) == null) || one.isStrangeTo(source);
    }

    /** A source that has to be heard, or one of several that need not, all alike, can know nothing of it. */
    private boolean isLeftOut(String application, Subject one) {
        List<PastWorld.Source> speaking = world.sources.stream()
                .filter(source -> source.applications().contains(application))
                .toList();
        boolean isOneRequired = speaking.stream().anyMatch(source -> source.need() == Need.REQUIRED);
        return speaking.stream()
                .filter(source -> source.need() == Need.REQUIRED || !isOneRequired)
                .anyMatch(source -> isUnknown(source, application, one));
    }

    private boolean dormant(String application, Subject one, int threshold, Instant at) {
        if (isLeftOut(application, one)) {
            return false;
        }
        List<SourceRule> rules = new ArrayList<>();
        for (SourceRule rule : workflow.selection().sources()) {
            rules.add(new SourceRule(
                    rule.source(), Workflows.days(threshold), rule.role(), rule.need(), rule.appliesTo(), rule.kind()));
        }
        Selection selection = workflow.selection();
        return new Judge(
                                new Selection(
                                        rules, selection.combine(), selection.neverActive(), List.of(), counting()),
                                at,
                                workflow.zone())
                        .judge(
                                application,
                                new SubjectEvidence(
                                        one.account().created(),
                                        floor(application, one.account(), at),
                                        null,
                                        bySource(application, one, at),
                                        asked(application, one, at)))
                        .answer()
                == Answer.DORMANT;
    }

    private Map<String, Evidence> bySource(String application, Subject one, Instant at) {
        Map<String, Evidence> bySource = new LinkedHashMap<>();
        for (PastWorld.Source source : world.sources) {
            bySource.put(source.name(), evidence(source, application, one, at));
        }
        return bySource;
    }

    private Evidence evidence(PastWorld.Source source, String application, Subject one, Instant at) {
        TreeSet<Instant> known = new TreeSet<>();
        events(source, application, one).stream()
                .map(Sighting.Event::at)
                .filter(instant -> !instant.isAfter(at))
                .forEach(known::add);
        if (isUnknown(source, application, one)) {
            return new Evidence.Unknown("it cannot know it", known.isEmpty() ? null : known.last());
        }
        if (!known.isEmpty()) {
            return new Evidence.At(known.last());
        }
        Instant from = source.from();
        Instant created = one.account().created();
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
