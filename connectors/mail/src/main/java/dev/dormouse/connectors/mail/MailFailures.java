package dev.dormouse.connectors.mail;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Says what a failure of sending means, in one line and without the password. */
final class MailFailures {

    /** Long enough for greylisting. */
    private static final Duration LATER = Duration.ofMinutes(10);

    private final MailServer server;

    MailFailures(MailServer server) {
        this.server = server;
    }

    ConnectorException classify(String what, MessagingException failure) {
        List<Exception> chain = chain(failure);
        for (Exception link : chain) {
            if (link instanceof SMTPAddressFailedException address) {
                return ofRecipient(what + ": " + address.getAddress(), address.getReturnCode(), text(address));
            }
        }
        for (Exception link : chain) {
            if (link instanceof AuthenticationFailedException) {
                return failed(
                        MailErrorCode.FORBIDDEN,
                        new Reaction.Forbidden(),
                        what + ": the server refuses the login; check user and password");
            }
            if (link instanceof SMTPSenderFailedException sender) {
                return ofMessage(what + ": the sender", sender.getReturnCode(), text(sender));
            }
            if (link instanceof SMTPSendFailedException send) {
                return ofMessage(what, send.getReturnCode(), text(send));
            }
        }
        Exception root = chain.getLast();
        if (failure instanceof MailConnectException) {
            return failed(
                    MailErrorCode.UNREACHABLE,
                    new Reaction.RetryAfter(LATER),
                    what + " was not sent: no connection (" + root.getClass().getSimpleName() + ": " + text(root)
                            + ")");
        }
        return failed(
                MailErrorCode.UNREACHABLE,
                new Reaction.Unavailable(),
                what + ": no usable answer (" + root.getClass().getSimpleName() + ": " + text(root) + ")");
    }

    /** What the server says about one recipient. */
    private ConnectorException ofRecipient(String what, int status, String text) {
        if (status >= 500) {
            return failed(MailErrorCode.NO_SUCH_RECIPIENT, new Reaction.Gone(), what + " was refused: " + text);
        }
        return failed(MailErrorCode.LATER, new Reaction.RetryAfter(LATER), what + " was put off: " + text);
    }

    /** What the server says about the message as a whole. */
    private ConnectorException ofMessage(String what, int status, String text) {
        if (status == 530 || status == 534 || status == 535) {
            return failed(
                    MailErrorCode.FORBIDDEN,
                    new Reaction.Forbidden(),
                    what + ": " + text + "; check user and password");
        }
        if (status >= 500 && text.matches(".*\\b5\\.1\\.[1236]\\b.*")) {
            // Some servers look at the recipient only when they have the text.
            return failed(MailErrorCode.NO_SUCH_RECIPIENT, new Reaction.Gone(), what + " was refused: " + text);
        }
        if (status >= 500) {
            return failed(MailErrorCode.REFUSED, new Reaction.Invalid(), what + " was refused: " + text);
        }
        if (status >= 400) {
            return failed(MailErrorCode.LATER, new Reaction.RetryAfter(LATER), what + " was put off: " + text);
        }
        return failed(
                MailErrorCode.UNREACHABLE, new Reaction.Unavailable(), what + ": no usable answer (" + text + ")");
    }

    private ConnectorException failed(MailErrorCode code, Reaction reaction, String line) {
        return new ConnectorException(code, reaction, clean("mail server " + server + ": " + line, server.password()));
    }

    static String clean(String line, @Nullable String password) {
        String safe = password == null || password.isEmpty() ? line : line.replace(password, "***");
        return safe.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String text(Exception link) {
        return link.getMessage() == null ? "no reason given" : link.getMessage().strip();
    }

    /** The failure, then what is behind it; the last is the root. */
    static List<Exception> chain(MessagingException failure) {
        List<Exception> chain = new ArrayList<>();
        Exception link = failure;
        while (link != null && !chain.contains(link)) {
            chain.add(link);
            link = link instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return chain;
    }
}
