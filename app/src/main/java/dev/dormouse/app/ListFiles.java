package dev.dormouse.app;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.KeepsSets;
import dev.dormouse.spi.Reaction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * Sets as files with one login a line, named relative to a folder. A file is written beside its place and moved there
 * whole, so nobody reads half of one and a process that dies leaves the old one.
 */
final class ListFiles implements KeepsSets {

    private final Path folder;

    ListFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> members(String set) {
        try {
            return Files.readAllLines(folder.resolve(set)).stream()
                    .map(line -> line.replace("\uFEFF", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (MalformedInputException e) {
            throw failed(ListErrorCode.LIST_NOT_READABLE, set + " is not UTF-8 text, so it is no list of logins", e);
        } catch (IOException e) {
            throw failed(ListErrorCode.LIST_NOT_READABLE, "the list " + set + " cannot be read: " + reason(e), e);
        }
    }

    @Override
    public List<String> replace(String set, List<String> members) {
        try {
            write(place(folder.resolve(set)), members);
            return List.of();
        } catch (IOException e) {
            throw failed(ListErrorCode.LIST_NOT_WRITABLE, "the list " + set + " cannot be written: " + reason(e), e);
        }
    }

    /** Behind a link, so that the link stays. */
    private static Path place(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }

    private static void write(Path file, List<String> members) throws IOException {
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(parent);
        Path fresh = parent.resolve("." + file.getFileName() + ".new");
        try {
            StringBuilder lines = new StringBuilder();
            members.forEach(member -> lines.append(member).append('\n'));
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : e.getClass().getSimpleName() + ", " + message;
    }

    private static ConnectorException failed(ListErrorCode code, String message, IOException e) {
        return new ConnectorException(code, new Reaction.Invalid(), message, e);
    }
}
