package dev.dormouse.connectors.files;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.Reaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files below a folder, or anywhere by an absolute name. Links are followed; as in a shell, {@code *} does not match the
 * dot at the start of a hidden name. A link to nowhere is an error and not skipped, since a part of the feed is missing.
 */
final class LocalFileStore implements FileStore {

    private final Path folder;

    LocalFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<StoredFile> find(String pattern) {
        int slash = pattern.lastIndexOf('/');
        String parent = pattern.substring(0, slash + 1);
        String last = pattern.substring(slash + 1);
        if (parent.contains("*") || parent.contains("?")) {
            throw fault(
                    FilesErrorCode.FILES_NO_FOLDER,
                    new Reaction.Invalid(),
                    pattern + ": only the last part of a path may hold * and ?; name the folder in full");
        }
        Path in = folder.resolve(parent);
        try {
            return last.contains("*") || last.contains("?")
                    ? matching(in, parent, last)
                    : exactly(in.resolve(last), pattern);
        } catch (IOException e) {
            throw noFolder(in, e);
        }
    }

    private static List<StoredFile> exactly(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            throw fault(
                    FilesErrorCode.FILES_NOT_FOUND,
                    new Reaction.Invalid(),
                    name + ": is a folder; name a file in it, for example " + name + "/*.json");
        }
        if (!Files.isSymbolicLink(path) && Files.notExists(path)) {
            Path parent = path.toAbsolutePath().getParent();
            if (parent != null && Files.notExists(parent)) {
                throw new NoSuchFileException(parent.toString());
            }
            return List.of();
        }
        return List.of(LocalFile.of(path, name));
    }

    private static List<StoredFile> matching(Path in, String parent, String last) throws IOException {
        Pattern names = names(last);
        List<StoredFile> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(in)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                boolean hidden = name.startsWith(".") && !last.startsWith(".");
                if (!hidden && names.matcher(name).matches() && !Files.isDirectory(entry)) {
                    found.add(LocalFile.of(entry, parent + name));
                }
            }
        }
        found.sort(Comparator.comparing(StoredFile::name));
        return found;
    }

    private static Pattern names(String wildcards) {
        String regex = wildcards
                .chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static ConnectorException noFolder(Path in, IOException e) {
        return switch (e) {
            case NoSuchFileException gone ->
                fault(
                        FilesErrorCode.FILES_NO_FOLDER,
                        new Reaction.Gone(),
                        in.normalize() + ": there is no such folder; create it or correct the path");
            case NotDirectoryException file ->
                fault(
                        FilesErrorCode.FILES_NO_FOLDER,
                        new Reaction.Invalid(),
                        in.normalize() + ": is not a folder; correct the path");
            case AccessDeniedException denied ->
                fault(
                        FilesErrorCode.FILES_NO_FOLDER,
                        new Reaction.Forbidden(),
                        in.normalize() + ": this user may not read the folder; grant the permission");
            default -> FilesClient.notReadable(in.normalize().toString(), e);
        };
    }

    private static ConnectorException fault(FilesErrorCode code, Reaction reaction, String message) {
        return new ConnectorException(code, reaction, message);
    }

    /** A file with what its folder said of it when it was found. */
    private record LocalFile(Path path, String name, Instant modified, long size) implements StoredFile {

        static LocalFile of(Path path, String name) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new LocalFile(path, name, attributes.lastModifiedTime().toInstant(), attributes.size());
            } catch (IOException e) {
                throw FilesClient.notReadable(name, e);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
