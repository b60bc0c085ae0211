package dev.dormouse.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time decides in a folder. The operating system gives the lock back when the process dies, however it
 * dies. Who holds it is written in a second file, because some systems let nobody read a locked one.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws UseCaseException where another process holds it, naming process and command */
    static FolderLock take(Path folder, String command) {
        Path holder = folder.resolve("lock.holder");
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new UseCaseException("another dormouse works in " + folder + " (" + read(holder)
                        + "); wait until it has ended and try again");
            }
            Files.write(
                    holder,
                    ("process " + ProcessHandle.current().pid() + ", command " + command)
                            .getBytes(StandardCharsets.UTF_8));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + folder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(Path holder) throws IOException {
        return Files.exists(holder) ? Files.readString(holder).strip() : "which one is not known";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give back a lock", e);
        }
    }
}
