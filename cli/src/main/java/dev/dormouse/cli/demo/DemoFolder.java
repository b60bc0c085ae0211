package dev.dormouse.cli.demo;

import dev.dormouse.app.UseCaseException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** The folder that the demo leaves behind. Only a folder that a demo made is written into again. */
final class DemoFolder {

    static final String DORMANT_REPORT = "dormant.csv";
    static final String AUDIT_LOG = "audit-log.jsonl";
    static final String CONFIGURATION = "dormouse.yaml";

    private static final String MARK = "made-by-dormouse-demo";
    private static final String DATA = ".dormouse";

    private final Path path;

    private DemoFolder(Path path) {
        this.path = path;
    }

    static String peoplePage(String organization) {
        return "export-" + organization + ".json";
    }

    /**
     * Makes the folder, or clears one of an earlier demo of what that demo wrote.
     *
     * @throws UseCaseException where the folder holds something else
     */
    static DemoFolder prepare(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
            throw new UseCaseException(path + " is not a folder; name another with --folder");
        }
        DemoFolder folder = new DemoFolder(path);
        if (Files.isRegularFile(path.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
            folder.clear();
        } else if (Files.isDirectory(path) && !isEmpty(path)) {
            throw new UseCaseException(
                    path + " is there already and no demo made it; nothing was touched; name another with --folder");
        }
        Files.createDirectories(path);
        Files.writeString(path.resolve(MARK), "dormouse demo made this folder, and the next demo here replaces it.\n");
        return folder;
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** As a word of a shell's command line. */
    String quoted() {
        String text = path.toString();
        return text.matches("[A-Za-z0-9/._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void clear() throws IOException {
        for (String organization : Population.ORGANIZATIONS) {
            Files.deleteIfExists(file(peoplePage(organization)));
        }
        for (String name : List.of(DORMANT_REPORT, AUDIT_LOG, CONFIGURATION)) {
            Files.deleteIfExists(file(name));
        }
        Path data = file(DATA);
        if (Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(data)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }
}
