package dev.dormouse.cli;

/** The exit codes; scripts rely on them. */
final class Exit {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int GUARD = 3;
    static final int UNHEALTHY = 4;

    private Exit() {}
}
