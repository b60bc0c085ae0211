package dev.dormouse.app.storm;

import java.time.Duration;
import java.util.List;

/** Kills one command of a scenario once, and leaves everything else alone. */
final class OneKill implements Storm {

    private final String command;
    private final Kill kill;
    private boolean struck;
    private boolean tried;

    OneKill(String command, Kill kill) {
        this.command = command;
        this.kill = kill;
    }

    boolean hasStruck() {
        return struck;
    }

    @Override
    public List<Kill> kills(String name) {
        if (tried || !name.equals(command)) {
            return List.of();
        }
        tried = true;
        return List.of(kill);
    }

    @Override
    public void struck(boolean killed) {
        struck = killed;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(7);
    }

    @Override
    public boolean meanwhile() {
        return false;
    }
}
