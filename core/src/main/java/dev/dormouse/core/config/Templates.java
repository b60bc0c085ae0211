package dev.dormouse.core.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The names of the texts there are: those that ship with the program, and the files of the folder {@code templates}. */
final class Templates {

    private static final Set<String> SHIPPED = Set.of("announce", "remind", "removed");

    private Templates() {}

    static Set<String> names(Path folder) {
        Set<String> names = new TreeSet<>(SHIPPED);
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                names.add(name.substring(0, name.length() - ".txt".length()));
            }
        } catch (IOException e) {
            // A folder that cannot be listed has no templates; the fault then names the one that is missing.
            return names;
        }
        return names;
    }
}
