package dev.dormouse.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Properties;
import java.util.stream.Collectors;

/** A delivery status notification in the form of RFC 3464, as Postfix writes it. */
public final class Report {

    private Report() {}

    /** What became of a message. */
    public enum Fate {
        FAILED("failed", "5.1.1", "550 5.1.1 User unknown"),
        EXPIRED("failed", "4.4.7", "451 4.4.7 Delivery time expired"),
        DELAYED("delayed", "4.4.1", "451 4.4.1 No answer from host");

        private final String action;
        private final String status;
        private final String diagnostic;

        Fate(String action, String status, String diagnostic) {
            this.action = action;
            this.status = status;
            this.diagnostic = diagnostic;
        }
    }

    /** A report on the message, with its headers. */
    public static MimeMessage on(MimeMessage original, String recipient, Fate fate) {
        try {
            String headers =
                    Collections.list(original.getAllHeaderLines()).stream().collect(Collectors.joining("\r\n"));
            return message(text(recipient, fate, headers));
        } catch (MessagingException e) {
            throw new IllegalStateException("the message to " + recipient + " cannot be read", e);
        }
    }

    private static MimeMessage message(String text) throws MessagingException {
        byte[] bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String text(String recipient, Fate fate, String headers) {
        return """
                From: Mail Delivery System <mailer-daemon@sandbox.example>
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="report"

                --report
                Content-Type: text/plain; charset=us-ascii

                This is the mail system of the sandbox. Your message met with: %s.

                --report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.sandbox.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; %s

                --report
                Content-Type: text/rfc822-headers

                %s

                --report--
                """.formatted(
                        MailStandIn.BOUNCE_ADDRESS,
                        fate.diagnostic,
                        recipient,
                        fate.action,
                        fate.status,
                        fate.diagnostic,
                        headers);
    }
}
