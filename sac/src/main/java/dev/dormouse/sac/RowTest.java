package dev.dormouse.sac;

/**
 * One test of a row that is switched on.
 *
 * @param condition in Dormouse's own language; true for the users that pass
 * @param evidence what has to be read to know
 * @param window how many days of the activity log it needs; 0 for a test that takes the log as it is
 */
record RowTest(String condition, Evidence evidence, int window) {

    enum Evidence {
        USERS,
        ACTIVITIES,
        CONTENT
    }

    boolean asksForAddress() {
        return condition.contains("account.email");
    }

    static RowTest ofUsers(String condition) {
        return new RowTest(condition, Evidence.USERS, 0);
    }

    static RowTest ofContent(String condition) {
        return new RowTest(condition, Evidence.CONTENT, 0);
    }
}
