package dev.dormouse.observations;

import dev.dormouse.core.observations.BacktestCell;
import dev.dormouse.core.observations.BacktestPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From what changes on a day to what stands on it: the running sums of the statement's rows. */
final class BacktestRows {

    private static final int FIRST_RETURN = 7;

    private final BacktestPlan plan;
    private final int days;
    private final Map<String, Map<Integer, List<Change>>> changes = new HashMap<>();

    BacktestRows(BacktestPlan plan, int days) {
        this.plan = plan;
        this.days = days;
    }

    private record Change(int day, long begun, long ended, long selected, List<Long> used, List<Long> came) {}

    void add(ResultSet row) throws SQLException {
        List<Long> used = new ArrayList<>();
        List<Long> came = new ArrayList<>();
        for (int look = 0; look < BacktestPlan.LOOK_AHEAD.size(); look++) {
            used.add(row.getLong(FIRST_RETURN + 2 * look));
            came.add(row.getLong(FIRST_RETURN + 2 * look + 1));
        }
        changes.computeIfAbsent(row.getString(1), application -> new HashMap<>())
                .computeIfAbsent(row.getInt(2), threshold -> new ArrayList<>())
                .add(new Change(row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6), used, came));
    }

    List<BacktestCell> cells() {
        List<BacktestCell> cells = new ArrayList<>();
        for (String application : plan.history().applications()) {
            Map<Integer, List<Change>> own = changes.getOrDefault(application, Map.of());
            long[] accounts = standing(own.getOrDefault(BacktestSql.CREATED, List.of()));
            for (int threshold : plan.thresholds()) {
                cells(cells, application, threshold, accounts, own.getOrDefault(threshold, List.of()));
            }
        }
        return cells;
    }

    private void cells(
            List<BacktestCell> cells, String application, int threshold, long[] accounts, List<Change> changed) {
        long[] standing = standing(changed);
        Map<Integer, Change> byDay = new HashMap<>();
        changed.forEach(change -> byDay.put(change.day(), change));
        List<Long> none = BacktestPlan.LOOK_AHEAD.stream().map(look -> 0L).toList();
        for (int day = 0; day < days; day++) {
            Change change = byDay.getOrDefault(day, new Change(day, 0, 0, 0, none, none));
            cells.add(new BacktestCell(
                    application,
                    threshold,
                    day,
                    accounts[day],
                    change.selected(),
                    standing[day],
                    change.used(),
                    change.came()));
        }
    }

    private long[] standing(List<Change> changed) {
        long[] standing = new long[days];
        changed.forEach(change -> standing[change.day()] += change.begun() - change.ended());
        for (int day = 1; day < days; day++) {
            standing[day] += standing[day - 1];
        }
        return standing;
    }
}
