package dev.dormouse.cli;

/** Where the program starts. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(DormouseCommand.commandLineFor(args).execute(args));
    }
}
