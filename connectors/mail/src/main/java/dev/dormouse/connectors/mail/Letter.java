package dev.dormouse.connectors.mail;

import dev.dormouse.spi.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;

/** A message as it goes out, with an identity that is not invented anew at each sending. */
final class Letter extends MimeMessage {

    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static Letter write(Session session, MailConfig config, Message message, InternetAddress[] to, Instant now)
            throws MessagingException {
        Letter letter = new Letter(session, MessageIdentity.messageId(message.key(), config.domain()));
        letter.setFrom(config.from());
        letter.setRecipients(RecipientType.TO, to);
        if (config.replyTo() != null) {
            letter.setReplyTo(new InternetAddress[] {config.replyTo()});
        }
        letter.setSubject(oneLine(message.subject()), "UTF-8");
        letter.setSentDate(Date.from(now));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader(MessageIdentity.KEY_HEADER, MessageIdentity.keyHeader(message.key()));
        letter.fill(message);
        letter.saveChanges();
        return letter;
    }

    private void fill(Message message) throws MessagingException {
        if (message.html().isEmpty()) {
            setText(message.text(), "UTF-8");
            return;
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), "UTF-8", "html");
        // The last alternative is the one that readers prefer.
        setContent(new MimeMultipart("alternative", text, html));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** A subject may hold names that somebody chose; a line break in one would begin another header. */
    private static String oneLine(String subject) {
        return subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
