package dev.dormouse.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of the journal in a file of its own, so that cutting off the end of the journal shows. Written after the
 * commit: it may be behind the journal after a crash, and is never ahead of it.
 */
final class HeadFile {

    static final String NAME = "journal.head";

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})\\n");

    private final Path file;
    private @Nullable Head written;

    HeadFile(Path ledger) {
        this.file = ledger.resolveSibling(NAME);
    }

    /**
     * Null where there is no such file.
     *
     * @throws LedgerException where it holds anything but a head
     */
    @Nullable
    Head read() {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new LedgerException(LedgerErrorCode.DISK, file + " cannot be read: " + e.getMessage(), e);
        }
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new LedgerException(LedgerErrorCode.TAMPERED, file + " does not hold a sequence number and a hash");
        }
        return new Head(Long.parseLong(line.group(1)), line.group(2));
    }

    /** Compares with the journal when the ledger is opened, and catches up where a crash left it behind. */
    void settle(Journal journal) {
        Head now = journal.storedHead();
        Head before = read();
        if (before != null && !before.hash().equals(journal.hashOf(before.seq()))) {
            throw new LedgerException(
                    LedgerErrorCode.TAMPERED,
                    file + " names entry " + before.seq() + " as the end of the journal, and the ledger has no such"
                            + " entry: see dormouse journal verify, then put the newest backup back; who accepts the"
                            + " ledger as it is moves journal.head away");
        }
        written = before;
        write(now);
    }

    /** @throws LedgerException where it cannot be written */
    void write(Head head) {
        if (head.equals(written)) {
            return;
        }
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer line =
                        ByteBuffer.wrap((head.seq() + " " + head.hash() + "\n").getBytes(StandardCharsets.US_ASCII));
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                // Without this a power cut can leave an empty file under the final name.
                channel.force(false);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LedgerException(
                    LedgerErrorCode.DISK,
                    file + " cannot be written (" + e.getMessage() + "); make room or check its permissions",
                    e);
        }
        written = head;
    }
}
