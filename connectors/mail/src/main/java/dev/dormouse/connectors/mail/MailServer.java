package dev.dormouse.connectors.mail;

import dev.dormouse.spi.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one server, for sending or for reading.
 *
 * @param user null where the server asks for no login
 */
record MailServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Tls tls) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    /** How the connection is protected. */
    enum Tls {
        NONE,
        STARTTLS,
        TLS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static MailServer from(Settings settings, Ports ports) {
        Tls tls = tls(settings);
        String host = settings.text("host").strip();
        String user = settings.findText("user");
        String password = settings.findText("password");
        if ((user == null) != (password == null)) {
            throw settings.fault(user == null ? "password" : "user", "needs both user and password, or neither");
        }
        if (password != null && tls == Tls.NONE && !LOOPBACK.contains(host)) {
            throw settings.fault(
                    "tls", "must be starttls or tls where there is a password, or it could be read on its way");
        }
        int port = settings.number("port", tls == Tls.TLS ? ports.tls() : ports.plain());
        return new MailServer(host, port, user, password, tls);
    }

    private static Tls tls(Settings settings) {
        String word = settings.text("tls", Tls.STARTTLS.word()).toLowerCase(Locale.ROOT);
        return Arrays.stream(Tls.values())
                .filter(tls -> tls.word().equals(word))
                .findFirst()
                .orElseThrow(() -> settings.fault("tls", "must be one of none, starttls, tls"));
    }

    /** The properties of a session; {@code protocol} is {@code smtp} or {@code imap}. */
    Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "host", host);
        properties.put(prefix + "port", Integer.toString(port));
        properties.put(prefix + "auth", Boolean.toString(user != null));
        properties.put(prefix + "ssl.enable", Boolean.toString(tls == Tls.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", ANSWER_MILLIS);
        properties.put(prefix + "writetimeout", ANSWER_MILLIS);
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** The usual ports of a protocol. */
    record Ports(int plain, int tls) {
        static final Ports SMTP = new Ports(587, 465);
        static final Ports IMAP = new Ports(143, 993);
    }
}
