package dev.dormouse.connectors.mail;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Delivery;
import dev.dormouse.spi.Reaction;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What came back, as a mailbox tells it. The mailbox is opened for reading only, nothing in it is changed or deleted; it
 * is asked every few minutes at most, and then only for what is new. Thread-safe.
 */
final class Bounces {

    private static final Duration REST = Duration.ofMinutes(3);

    private final MailConfig.Mailbox mailbox;
    private final String domain;
    private final Clock clock;
    private final Map<String, Delivery> failures = new HashMap<>();
    private @Nullable Instant lastRead;
    private long validity;
    private long nextUid = 1;

    Bounces(MailConfig.Mailbox mailbox, String domain, Clock clock) {
        this.mailbox = mailbox;
        this.domain = domain;
        this.clock = clock;
    }

    /**
     * How the message came back; null where nothing tells so.
     *
     * @throws ConnectorException when the mailbox cannot be read: then nothing is known
     */
    synchronized @Nullable Delivery find(String messageId) {
        Instant now = clock.instant();
        if (lastRead == null || Duration.between(lastRead, now).abs().compareTo(REST) >= 0) {
            read();
            lastRead = now;
        }
        return failures.get(messageId);
    }

    private void read() {
        MailServer server = mailbox.server();
        Properties properties = server.properties("imap");
        properties.put("mail.imap.peek", "true");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(server.host(), server.port(), server.user(), server.password());
            try (Folder folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_ONLY);
                readNew(folder, (UIDFolder) folder);
            }
        } catch (MessagingException | IOException e) {
            throw failure(e);
        }
    }

    private void readNew(Folder folder, UIDFolder uids) throws MessagingException, IOException {
        if (uids.getUIDValidity() != validity) {
            validity = uids.getUIDValidity();
            nextUid = 1;
        }
        Message[] messages = uids.getMessagesByUID(nextUid, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add("Content-Type");
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, profile);
        for (Message message : messages) {
            long uid = uids.getUID(message);
            // A server answers a range beyond the end with the last message.
            if (uid >= nextUid) {
                keep(message);
                nextUid = uid + 1;
            }
        }
    }

    private void keep(Message message) throws MessagingException, IOException {
        String[] type = message.getHeader("Content-Type");
        if (type == null || !type[0].strip().toLowerCase(Locale.ROOT).startsWith("multipart/report")) {
            return;
        }
        // Read as it was received: what servers themselves say about the structure of a report differs.
        DeliveryReport report = report(new MimeMessage((MimeMessage) message));
        if (report == null || report.failure() == null) {
            return;
        }
        Delivery failure = report.failure();
        if (report.messageId() != null) {
            failures.putIfAbsent(report.messageId(), failure);
        }
        if (report.key() != null) {
            failures.putIfAbsent(MessageIdentity.messageId(report.key(), domain), failure);
        }
    }

    /** Anybody can write to the mailbox: a message that is only dressed as a report must not stop the reading of others. */
    private static @Nullable DeliveryReport report(MimeMessage received) {
        try {
            return DeliveryReport.read(received);
        } catch (MessagingException | IOException | RuntimeException _) {
            return null;
        }
    }

    private ConnectorException failure(Exception failure) {
        String what = "bounce mailbox " + mailbox.folder() + " at " + mailbox.server() + ": ";
        String line;
        Reaction reaction;
        if (failure instanceof AuthenticationFailedException) {
            line = "the server refuses the login; check user and password under bounces";
            reaction = new Reaction.Forbidden();
        } else if (failure instanceof FolderNotFoundException) {
            line = "there is no such folder; check folder under bounces";
            reaction = new Reaction.Invalid();
        } else {
            line = "cannot be read (" + failure.getClass().getSimpleName() + ": " + failure.getMessage() + ")";
            reaction = new Reaction.Unavailable();
        }
        return new ConnectorException(
                MailErrorCode.BOUNCES_UNREADABLE,
                reaction,
                MailFailures.clean(
                        what + line + "; whether messages came back is not known",
                        mailbox.server().password()));
    }
}
