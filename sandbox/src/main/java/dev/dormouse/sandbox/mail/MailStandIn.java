package dev.dormouse.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server on free ports of the loopback interface. It takes mail for every address. Thread-safe. */
public final class MailStandIn implements AutoCloseable {

    public static final String HOST = "127.0.0.1";
    public static final String BOUNCE_ADDRESS = "bounces@sandbox.example";
    public static final String BOUNCE_USER = "bounces";
    public static final String BOUNCE_PASSWORD = "sandbox-bounces-password";

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser bounceBox;
    private final Set<String> bouncing = ConcurrentHashMap.newKeySet();

    public MailStandIn() {
        greenMail.start();
        bounceBox = greenMail.setUser(BOUNCE_ADDRESS, BOUNCE_USER, BOUNCE_PASSWORD);
        greenMail.getUserManager().setMessageDeliveryHandler(this::mailbox);
    }

    public int smtpPort() {
        return greenMail.getSmtp().getPort();
    }

    public int imapPort() {
        return greenMail.getImap().getPort();
    }

    /** From now on mail to the address is taken and comes back, as from a mailbox that no longer exists. */
    public void bounce(String address) {
        bouncing.add(address.toLowerCase(Locale.ROOT));
    }

    /** A report on the newest message in the mailbox of the address arrives among the bounces. */
    public void report(String address, Report.Fate fate) {
        List<StoredMessage> stored = stored(user(address));
        if (stored.isEmpty()) {
            throw new IllegalArgumentException("nothing was sent to " + address);
        }
        bounceBox.deliver(Report.on(stored.getLast().getMimeMessage(), address, fate));
    }

    /** Any message arrives among the bounces. */
    public void deliverToBounces(MimeMessage message) {
        bounceBox.deliver(message);
    }

    /** All mail that was taken, apart from the bounces; the oldest of each mailbox first. */
    public List<ReceivedMail> messages() {
        List<ReceivedMail> all = new ArrayList<>();
        for (GreenMailUser user : List.copyOf(greenMail.getUserManager().listUser())) {
            if (!user.getEmail().equals(BOUNCE_ADDRESS)) {
                all.addAll(read(user));
            }
        }
        return all;
    }

    public List<ReceivedMail> messagesTo(String address) {
        return read(user(address));
    }

    /** How many bounces lie there that no reader has marked as read. */
    public long unreadBounces() {
        return stored(bounceBox).stream()
                .filter(message -> !message.isSet(jakarta.mail.Flags.Flag.SEEN))
                .count();
    }

    @Override
    public void close() {
        greenMail.stop();
    }

    private GreenMailUser mailbox(MovingMessage message, MailAddress address) throws MessagingException, UserException {
        String recipient = address.getEmail().toLowerCase(Locale.ROOT);
        if (bouncing.contains(recipient)) {
            bounceBox.deliver(Report.on(message.getMessage(), recipient, Report.Fate.FAILED));
        }
        return user(recipient);
    }

    private synchronized GreenMailUser user(String address) {
        UserManager users = greenMail.getUserManager();
        GreenMailUser user = users.getUserByEmail(address.toLowerCase(Locale.ROOT));
        return user != null ? user : greenMail.setUser(address.toLowerCase(Locale.ROOT), "");
    }

    private List<ReceivedMail> read(GreenMailUser user) {
        return stored(user).stream()
                .map(message -> ReceivedMail.read(user.getEmail(), message.getMimeMessage()))
                .toList();
    }

    private List<StoredMessage> stored(GreenMailUser user) {
        try {
            return greenMail.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException("the mailbox of " + user.getEmail() + " cannot be read", e);
        }
    }
}
