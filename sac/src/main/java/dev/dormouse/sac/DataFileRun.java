package dev.dormouse.sac;

import dev.dormouse.core.condition.Condition;
import dev.dormouse.core.condition.ConditionException;
import dev.dormouse.core.sets.SetAction;
import dev.dormouse.sac.RowResult.Reason;
import dev.dormouse.sac.RowResult.Stop;
import dev.dormouse.sac.RowTest.Evidence;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.GroupRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a data file, row after row: a row finds the teams as those before it left them. Changes nothing outside. */
public final class DataFileRun {

    private final Observed observed;
    private final Instant now;
    private final Set<String> listed;
    private final Teams teams;

    public DataFileRun(Observed observed, Instant now) {
        this.observed = observed;
        this.now = now;
        this.listed = observed.users().stream().map(AccountRecord::login).collect(Collectors.toSet());
        this.teams = new Teams(observed.teams());
    }

    /** One result a row, in the order of the file. */
    public List<RowResult> run(DataFile file) {
        return file.rows().stream().map(this::run).toList();
    }

    private RowResult run(Row row) {
        List<String> warnings = new ArrayList<>();
        Stop stop = switch (row) {
            case UsersRow users -> users(users, warnings);
            case TeamsRow onTeam -> onTeam(onTeam, warnings);
        };
        return new RowResult(row.team(), displayName(row), RowResult.sorted(teams.members(row.team())), warnings, stop);
    }

    private @Nullable String displayName(Row row) {
        GroupRecord team = observed.teams().get(row.team());
        return row.displayName() != null ? row.displayName() : team == null ? null : team.displayName();
    }

    private @Nullable Stop onTeam(TeamsRow row, List<String> warnings) {
        if (!row.rolesAction().equals(TeamsRow.KEEP)) {
            warnings.add(
                    "the roles of the team are not looked at (\"file_roles_action\": \"" + row.rolesAction() + "\")");
        }
        if (row.action().equals(TeamsRow.KEEP)) {
            return null;
        }
        SetAction action = SetAction.find(row.action());
        if (action == null || !TeamsRow.ACTIONS.contains(action)) {
            return new Stop(Reason.ROW, Wording.unknownAction(row.action(), TeamsRow.ACTIONS, TeamsRow.KEEP));
        }
        Set<String> source = teams.find(row.source());
        if (source == null) {
            return new Stop(
                    Reason.ROW, "there is no team " + row.source() + "; the team " + row.team() + " is left as it was");
        }
        Set<String> before = teams.members(row.team());
        teams.become(row.team(), Meant.ofTeam(source, before).after(action, before));
        return null;
    }

    private @Nullable Stop users(UsersRow row, List<String> warnings) {
        SetAction action = SetAction.find(row.action());
        Stop stop = obstacle(row, action);
        if (stop != null || action == null) {
            return stop;
        }
        Condition condition;
        try {
            condition = Condition.parse(row.condition());
        } catch (ConditionException e) {
            return new Stop(Reason.ROW, Wording.beyondTheLanguage(e));
        }
        warnings.addAll(Wording.warnings(row));
        String notice = observed.activities().notice();
        if (row.asks(Evidence.ACTIVITIES) && notice != null) {
            warnings.add("not everything in the activity log could be read: " + notice);
        }
        Set<String> before = teams.members(row.team());
        teams.become(
                row.team(), select(row, condition, action, before, warnings).after(action, before));
        return null;
    }

    private @Nullable Stop obstacle(UsersRow row, @Nullable SetAction action) {
        if (!row.hasTests()) {
            return new Stop(Reason.ROW, "no test is switched on, so nobody is meant; the team is left as it was");
        }
        if (action == null) {
            return new Stop(Reason.ROW, Wording.unknownAction(row.action(), List.of(SetAction.values()), null));
        }
        if (!row.missing().isEmpty()) {
            return new Stop(Reason.ROW, String.join("; ", row.missing()));
        }
        if (observed.fault() != null) {
            return new Stop(Reason.SOURCE, observed.fault());
        }
        String content = observed.content().fault();
        if (row.asks(Evidence.CONTENT) && content != null) {
            return new Stop(Reason.SOURCE, content);
        }
        return row.asks(Evidence.ACTIVITIES) ? youngLog(row) : null;
    }

    private @Nullable Stop youngLog(UsersRow row) {
        String fault = observed.activities().fault();
        if (fault != null) {
            return new Stop(Reason.SOURCE, fault);
        }
        Instant oldest = observed.activities().oldest();
        if (oldest == null) {
            return new Stop(
                    Reason.YOUNG_LOG,
                    "the activity log is empty, so nothing is known of anybody; the team is left as it was");
        }
        long days = Math.floorDiv(
                Duration.between(oldest, now).toMillis(), Duration.ofDays(1).toMillis());
        if (row.window() > days) {
            return new Stop(
                    Reason.YOUNG_LOG,
                    "the activity log reaches back " + days + " days only and the row asks about " + row.window()
                            + "; the team is left as it was");
        }
        return null;
    }

    private Meant select(
            UsersRow row, Condition condition, SetAction action, Set<String> before, List<String> warnings) {
        Set<String> excluded = Set.copyOf(row.excluded());
        Set<String> managers = row.managers() ? managers(excluded) : Set.of();
        Set<String> tested = new HashSet<>();
        Set<String> matched = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (AccountRecord user : observed.users()) {
            if (excluded.contains(user.login())) {
                continue;
            }
            Boolean truth = condition
                    .evaluate(new UserFacts(user, teams.heldBy(user), observed, now, row.ignored(), managers))
                    .truth();
            if (truth == null) {
                unknown.add(user.login());
                continue;
            }
            tested.add(user.login());
            if (truth) {
                matched.add(user.login());
            }
        }
        if (!unknown.isEmpty()) {
            warnings.add(Wording.unknown(RowResult.sorted(unknown)));
        }
        unlisted(row, action, before, new Meant(tested, matched, managers));
        Set<String> named = managers.stream().filter(excluded::contains).collect(Collectors.toSet());
        return new Meant(tested, matched, named);
    }

    /** Members and managers that are not among the users. */
    private void unlisted(UsersRow row, SetAction action, Set<String> before, Meant meant) {
        Set<String> excluded = Set.copyOf(row.excluded());
        boolean all = action.asksForEverybody();
        for (String manager : meant.named()) {
            if (!all && !listed.contains(manager) && !excluded.contains(manager)) {
                meant.tested().add(manager);
                meant.matched().add(manager);
            }
        }
        if (!all && row.sweeps()) {
            before.stream()
                    .filter(one -> !listed.contains(one) && !excluded.contains(one))
                    .forEach(meant.tested()::add);
        }
    }

    private Set<String> managers(Set<String> excluded) {
        return observed.users().stream()
                .filter(user -> !excluded.contains(user.login()))
                .map(user -> user.details().manager())
                .filter(manager -> manager != null && !manager.isEmpty())
                .collect(Collectors.toSet());
    }
}
