package dev.dormouse.observations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Conditions from a seed: every word of the vocabulary, every operator, and constants that lie on boundaries. */
final class ConditionGenerator {

    static final List<Duration> WINDOWS = List.of(
            Duration.ofDays(90),
            Duration.ofDays(30),
            Duration.ofDays(7),
            Duration.ofDays(1),
            Duration.ofHours(36),
            Duration.ofHours(1),
            Duration.ofMinutes(90));
    private static final List<String> LENGTHS = List.of(
            "days(90)",
            "days(30)",
            "days(7)",
            "days(1)",
            "hours(36)",
            "hours(1)",
            "duration('5400s')",
            "days(0)",
            "days(36600)",
            "duration('-36h')",
            "duration('0.000001s')");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;
    private final Instant now;

    ConditionGenerator(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    String condition() {
        return bool(1 + random.nextInt(3));
    }

    private String bool(int depth) {
        if (depth == 0 || chance(0.1)) {
            return atom();
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")";
            case 2, 3 -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")";
            case 4 -> "!(" + bool(depth - 1) + ")";
            case 5 -> "(" + bool(depth - 1) + " ? " + bool(depth - 1) + " : " + bool(depth - 1) + ")";
            case 6 -> "((" + bool(depth - 1) + ") " + pick("==", "!=") + " (" + bool(depth - 1) + "))";
            case 7 -> number(depth) + " " + pick(COMPARISONS) + " " + number(depth - 1);
            default ->
                chance(0.6)
                        ? instant(depth) + " " + pick(COMPARISONS) + " " + instant(depth - 1)
                        : length(depth) + " " + pick(COMPARISONS) + " " + length(depth - 1);
        };
    }

    private String atom() {
        return switch (random.nextInt(19)) {
            case 0 -> "account.kind " + pick("==", "!=") + " " + pick("HUMAN", "SERVICE", "BREAK_GLASS");
            case 1 -> "account.kind in [" + pick("HUMAN", "HUMAN, SERVICE", "", "SYSTEM") + "]";
            case 2 -> "account.state " + pick("==", "!=") + " " + pick("ACTIVE", "SUSPENDED", "INVITED");
            case 3 -> pick("account.isManager", "person.isManager");
            case 4 -> pick("has(account.attributes.town)", "'unit' in account.attributes", "'x' in account.attributes");
            case 5 -> text(1) + pick(" == ", " != ") + text(1);
            case 6 -> text(1) + " in [" + pick("", "'ann'", "'', 'Paris', 'basic'", "'it', 'pro'") + "]";
            case 7 ->
                text(1) + pick(".startsWith(", ".endsWith(", ".contains(")
                        + pick("''", "'u'", "'_'", "'%'", "'s'", "'org'") + ")";
            case 8 ->
                text(1) + ".matches("
                        + pick("'^[uU]'", "'[0-9]$'", "'a.*s|t'", "'@example\\\\.org$'", "'^$'", "'\\\\d{2}'") + ")";
            case 9 -> "activity.never()";
            case 10, 11 -> "activity.inactiveFor(" + window() + ")";
            case 12 ->
                pick(
                        "grants.has('team:IT')",
                        "grants.has('org-member')",
                        "grants.any('Team:')",
                        "grants.any('licence:p')");
            case 13 -> pick("true", "false");
            case 14 -> number(0) + " in [" + pick("", "0", "1, 2, 3", "-1, 0") + "]";
            case 15, 16 -> number(1) + " " + pick(COMPARISONS) + " " + number(0);
            case 17 -> instant(1) + " " + pick(COMPARISONS) + " " + instant(0);
            default -> length(1) + " " + pick(COMPARISONS) + " " + length(0);
        };
    }

    private String window() {
        Duration window = pick(WINDOWS);
        return window.toDays() > 0 && window.equals(Duration.ofDays(window.toDays()))
                ? "days(" + window.toDays() + ")"
                : "duration('" + window.toSeconds() + "s')";
    }

    private String number(int depth) {
        if (depth <= 0 || chance(0.4)) {
            return switch (random.nextInt(8)) {
                case 0 -> Integer.toString(random.nextInt(5) - 1);
                case 1 -> "activity." + pick("logins", "uses", "count") + "()";
                case 2, 3, 4 -> "activity." + pick("logins", "uses", "count") + "(" + window() + ")";
                case 5 -> "activity.activeDays(" + window() + ")";
                case 6 -> pick("content.private", "content.public");
                default -> "size(" + text(0) + ")";
            };
        }
        return switch (random.nextInt(7)) {
            case 0 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1 -> "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
            case 2 -> "(" + number(depth - 1) + " * " + (random.nextInt(7) - 3) + ")";
            case 3 -> "(" + number(depth - 1) + " / " + number(0) + ")";
            case 4 -> "(" + number(depth - 1) + " % " + number(0) + ")";
            case 5 -> "-(" + number(depth - 1) + ")";
            default -> "(" + bool(depth - 1) + " ? " + number(depth - 1) + " : " + number(0) + ")";
        };
    }

    private String instant(int depth) {
        if (depth <= 0 || chance(0.4)) {
            return switch (random.nextInt(7)) {
                case 0 -> "now";
                case 1 -> "account.created";
                case 2, 3 -> "activity.last()";
                case 4 -> "activity.last(" + pick("'login'", "'use'", "'machine'") + ")";
                default ->
                    "timestamp('"
                            + pick(
                                    now.minus(pick(WINDOWS)),
                                    Instant.parse("0001-01-01T00:00:00Z"),
                                    Instant.parse("9999-12-31T23:59:59Z"),
                                    now)
                            + "')";
            };
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + instant(depth - 1) + " + " + length(depth - 1) + ")";
            case 1, 2 -> "(" + instant(depth - 1) + " - " + length(depth - 1) + ")";
            default -> "(" + bool(depth - 1) + " ? " + instant(0) + " : " + instant(0) + ")";
        };
    }

    private String length(int depth) {
        if (depth <= 0 || chance(0.3)) {
            return pick(LENGTHS);
        }
        return switch (random.nextInt(4)) {
            case 0, 1 -> "(" + instant(depth - 1) + " - " + instant(depth - 1) + ")";
            case 2 -> "(" + length(depth - 1) + pick(" + ", " - ") + length(depth - 1) + ")";
            default -> "(" + bool(depth - 1) + " ? " + length(0) + " : " + length(0) + ")";
        };
    }

    private String text(int depth) {
        if (depth > 0 && chance(0.2)) {
            return chance(0.5)
                    ? "(" + text(0) + " + " + text(0) + ")"
                    : "(" + atom() + " ? " + text(0) + " : " + text(0) + ")";
        }
        return pick(
                "account.login",
                "account.id",
                "account.email",
                "person.emailDomain",
                "account.application",
                "account.licence",
                "account.manager",
                "person.manager",
                "account.attributes.town",
                "account.attributes['unit']",
                "'ann'",
                "''",
                "'it''s'".replace("''", "\\'"));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
