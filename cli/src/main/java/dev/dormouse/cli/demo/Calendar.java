package dev.dormouse.cli.demo;

import java.time.Instant;

/** When what happens. All exports of a day are made in the morning, those of the last day once more after noon. */
final class Calendar {

    static final Instant FIRST_EXPORTS = Instant.parse("2024-06-03T06:00:00Z");
    static final Instant PLAN = Instant.parse("2024-06-03T09:00:00Z");
    static final Instant APPROVAL = Instant.parse("2024-06-03T09:30:00Z");
    static final Instant ANNOUNCEMENT = Instant.parse("2024-06-03T09:35:00Z");
    static final Instant BOUNCES = Instant.parse("2024-06-04T09:00:00Z");
    static final Instant FIRST_RETURN = Instant.parse("2024-06-08T10:40:00Z");
    static final Instant DECISIONS = Instant.parse("2024-06-20T14:00:00Z");
    static final Instant REMINDER_EXPORTS = Instant.parse("2024-06-27T06:00:00Z");
    static final Instant REMINDER = Instant.parse("2024-06-27T09:00:00Z");
    static final Instant LAST_REMINDER_EXPORTS = Instant.parse("2024-07-03T06:00:00Z");
    static final Instant LAST_REMINDER = Instant.parse("2024-07-03T09:00:00Z");
    static final Instant LATE_RETURN = Instant.parse("2024-07-03T19:20:00Z");
    static final Instant DEADLINE = Instant.parse("2024-07-04T00:00:00Z");
    static final Instant STALE = Instant.parse("2024-07-04T09:00:00Z");
    static final Instant NEW_EXPORTS = Instant.parse("2024-07-04T13:00:00Z");
    static final Instant GUARD = Instant.parse("2024-07-04T14:00:00Z");
    static final Instant REMOVAL = Instant.parse("2024-07-04T14:20:00Z");
    static final Instant RESTORE = Instant.parse("2024-07-09T10:00:00Z");
    static final Instant ACCEPTANCE = Instant.parse("2024-07-09T16:10:00Z");
    static final Instant LAST_EXPORTS = Instant.parse("2024-07-10T06:00:00Z");
    static final Instant END = Instant.parse("2024-07-10T10:30:00Z");

    private Calendar() {}
}
