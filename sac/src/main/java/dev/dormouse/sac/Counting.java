package dev.dormouse.sac;

import org.jspecify.annotations.Nullable;

/**
 * The tests that count logins. One window serves both, and only where each of them that is switched on is to have it: as soon
 * as one is not, the toolkit counts every login of the log for both.
 *
 * @param fewer up to so many, which are counted in; null where the test is off
 * @param greater more than so many; null where the test is off
 * @param window in whole days; null for the whole log
 * @param mixed whether one of the two was to have the window and the other not
 */
record Counting(
        @Nullable Integer fewer,
        @Nullable Integer greater,
        @Nullable Integer window,
        boolean mixed) {

    static Counting of(Fields fields) {
        boolean fewer = fields.truth("file_action_users_with_fewer_logins_than");
        boolean greater = fields.truth("file_action_users_with_greater_logins_than");
        boolean fewerWindow = fields.truth("file_action_users_with_fewer_logins_within_last_days");
        boolean greaterWindow = fields.truth("file_action_users_with_greater_logins_within_last_days");
        boolean windowed = (!fewer || fewerWindow) && (!greater || greaterWindow);
        return new Counting(
                fewer ? (Integer) fields.number("file_users_with_fewer_logins_than", 5) : null,
                greater ? (Integer) fields.number("file_users_with_greater_logins_than", 5) : null,
                windowed ? (Integer) fields.number("file_users_with_logins_within_last_days", 60) : null,
                fewer && greater && fewerWindow != greaterWindow);
    }
}
