package dev.dormouse.sandbox.github;

/** A GitHub account: its numeric id stays, its login may change. */
public final class StandInUser {

    private final long id;
    private volatile String login;

    StandInUser(long id, String login) {
        this.id = id;
        this.login = login;
    }

    public long id() {
        return id;
    }

    public String login() {
        return login;
    }

    /** {@code User} or {@code Bot}. */
    public String type() {
        return login.endsWith("[bot]") ? "Bot" : "User";
    }

    void rename(String newLogin) {
        login = newLogin;
    }
}
