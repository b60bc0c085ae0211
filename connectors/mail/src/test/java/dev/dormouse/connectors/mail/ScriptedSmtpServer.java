package dev.dormouse.connectors.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks just enough SMTP to refuse at a given point. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> script;

    /** @param script from the beginning of a command (or {@code .} for the end of the text) to what is answered instead */
    ScriptedSmtpServer(Map<String, String> script) {
        this.script = Map.copyOf(script);
        try {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException _) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 scripted");
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (text && !line.equals(".")) {
                continue;
            }
            String answer = answer(line);
            if (answer.equals("hang up")) {
                return;
            }
            text = answer.startsWith("354");
            say(out, answer);
        }
    }

    private String answer(String line) {
        for (Map.Entry<String, String> entry : script.entrySet()) {
            if (line.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        if (line.startsWith("EHLO")) {
            return "250-scripted\r\n250 AUTH PLAIN";
        }
        if (line.startsWith("QUIT")) {
            return "221 bye";
        }
        return line.startsWith("DATA") ? "354 go on" : "250 2.0.0 fine";
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
