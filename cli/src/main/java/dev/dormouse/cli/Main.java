package dev.dormouse.cli;

import java.io.IOException;

/** Where the program starts. The version is told without reading any command, which takes longer than Java's own start. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println(Version.text());
            return;
        }
        System.exit(DormouseCommand.commandLineFor(args).execute(args));
    }
}
