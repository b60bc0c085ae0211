package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a template may use: {@code login}, {@code accounts} (a list with {@code login}, {@code application},
 * {@code lastActivity}), {@code applications}, {@code workflow}, and with a deadline {@code deadline} (19 July 2024) and
 * {@code login_date} (19/07/2024), the last day on which signing in keeps the account.
 */
record Values(Map<String, String> plain, List<Map<String, String>> accounts) {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    static Values of(Workflow document, List<Case> about, @Nullable Instant deadline) {
        Map<String, String> plain = new TreeMap<>();
        plain.put("workflow", document.name());
        plain.put("login", about.stream().map(Case::login).distinct().collect(Collectors.joining(", ")));
        plain.put(
                "applications",
                about.stream().map(c -> c.subject().application()).distinct().collect(Collectors.joining(", ")));
        if (deadline != null) {
            LocalDate lastDay = deadline.minusNanos(1).atZone(document.zone()).toLocalDate();
            plain.put("deadline", LONG.format(lastDay));
            plain.put("login_date", SHORT.format(lastDay));
        }
        List<Map<String, String>> accounts = new ArrayList<>();
        for (Case one : about) {
            accounts.add(Map.of(
                    "login", one.login(),
                    "application", one.subject().application(),
                    "lastActivity", lastActivity(one, document)));
        }
        return new Values(plain, accounts);
    }

    /** About an account that does not exist, to try a template with. */
    static Values sample(Workflow document, @Nullable Instant deadline) {
        SubjectKey subject = new SubjectKey(document.applications().getFirst(), "login");
        Trigger trigger = new Trigger.Dormancy("", null, false);
        Case about = new Case(
                0,
                trigger,
                document.name(),
                1,
                subject,
                "login",
                null,
                null,
                Instant.EPOCH,
                CaseState.Reviewing.stage(0),
                null);
        return of(document, List.of(about), deadline);
    }

    Map<String, Object> forTemplates() {
        Map<String, Object> all = new HashMap<>(plain);
        all.put("accounts", accounts);
        return all;
    }

    private static String lastActivity(Case about, Workflow document) {
        return about.trigger() instanceof Trigger.Dormancy dormancy && dormancy.lastActivity() != null
                ? LONG.format(dormancy.lastActivity().atZone(document.zone()))
                : "never, as far as we can see";
    }
}
