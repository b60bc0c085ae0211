package dev.dormouse.app.storm;

import java.util.List;

/** Somebody in one or both organisations; {@code day} is when their fate finds them. */
record Person(String login, Fate fate, List<String> organizations, int day) {

    String address() {
        return login + "@acme.example";
    }

    boolean hasAddress() {
        return fate != Fate.NO_ADDRESS;
    }

    /** Whether the account is taken away, whatever happens to the program. */
    boolean goes() {
        return fate == Fate.REMOVED || fate == Fate.RESTORED;
    }
}
