package dev.dormouse.app.storm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A wire between the program and its mail server on which the trap sits. A message counts when its last line comes: it is
 * taken when that line is passed on, and known to be taken when the answer is.
 */
final class SmtpTap implements AutoCloseable {

    private final ServerSocket entrance;
    private final int server;
    private final Trap trap;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SmtpTap(int server, Trap trap) {
        this.server = server;
        this.trap = trap;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port of the loopback interface is free", e);
        }
        threads.execute(this::listen);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void listen() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                threads.execute(() -> converse(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** SMTP without pipelining: one answer, possibly of several lines, for each command, and one for the whole text. */
    private void converse(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            BufferedReader commands = reader(client);
            BufferedReader answers = reader(behind);
            pass(answers, client.getOutputStream());
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                String answer;
                if (line.equalsIgnoreCase("DATA")) {
                    client.getOutputStream().write("354 go on\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    String text = text(commands);
                    int number = trap.next();
                    if (trap.springs(number, Trap.Moment.BEFORE_EFFECT, "a mail")) {
                        return;
                    }
                    write(behind.getOutputStream(), line);
                    answer(answers);
                    write(behind.getOutputStream(), text);
                    answer = answer(answers);
                    if (trap.springs(number, Trap.Moment.BEFORE_ANSWER, "a mail")) {
                        return;
                    }
                } else {
                    write(behind.getOutputStream(), line);
                    answer = answer(answers);
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // A client that was killed, or a server that was stopped.
        }
    }

    /** Held back until it is whole: a server that is left in the middle of a text complains aloud. */
    private static String text(BufferedReader from) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            text.append(line);
            if (line.equals(".")) {
                return text.toString();
            }
            text.append("\r\n");
        }
        throw new IOException("the client hung up");
    }

    private static void pass(BufferedReader from, OutputStream to) throws IOException {
        to.write(answer(from).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String answer(BufferedReader from) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            answer.append(line).append("\r\n");
            if (line.length() < 4 || line.charAt(3) != '-') {
                return answer.toString();
            }
        }
        throw new IOException("the server hung up");
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
