package dev.dormouse.connectors.mail;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a message on its way through mail servers: the same for the same key, today and after a crash. */
final class MessageIdentity {

    static final String KEY_HEADER = "X-Dormouse-Key";

    private static final int HEX_DIGITS = 40;

    private MessageIdentity() {}

    static String messageId(String key, String domain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS) + "@" + domain + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The key in characters that a header can hold. */
    static String keyHeader(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    static String key(String header) {
        return URLDecoder.decode(header.replaceAll("\\s+", ""), StandardCharsets.UTF_8);
    }
}
