package dev.dormouse.connectors.notify;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/** Calls GOV.UK Notify with the official client and classifies what comes back. Thread-safe. */
final class NotifyClient {

    private static final int PATIENCE_SECONDS = 60;

    // The client logs each failure to standard error; it is held here because loggers are collected otherwise.
    private static final Logger NOISE = Logger.getLogger(NotificationClient.class.toString());

    static {
        NOISE.setLevel(Level.OFF);
    }

    private final NotificationClient client;
    private final NotifyFailures failures;

    NotifyClient(NotifyConfig config) {
        client = new NotificationClient(config.apiKey(), config.url());
        failures = new NotifyFailures(config.apiKey());
    }

    /** @return the id of the notification */
    String send(
            String address, String template, Map<String, String> values, String reference, @Nullable String replyTo) {
        return call(
                "message " + reference + " to " + address,
                () -> client.sendEmail(template, address, values, reference, replyTo)
                        .getNotificationId()
                        .toString());
    }

    /** The e-mails with this reference, the newest first; Notify keeps them for seven days unless told otherwise. */
    List<Notification> fetchByReference(String reference) {
        return call(
                "looking for message " + reference,
                () -> client.getNotifications(null, "email", reference, null).getNotifications());
    }

    Notification fetch(String id) {
        return call("the status of notification " + id, () -> client.getNotificationById(id));
    }

    /** The client has no timeouts of its own, and a call that hangs would stop the whole pass. */
    private <T> T call(String what, Call<T> call) {
        FutureTask<T> task = new FutureTask<>(call::run);
        Thread.startVirtualThread(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failures.classify(what, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException _) {
            throw failures.noAnswer(what, "none within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failures.noAnswer(what, "interrupted");
        } finally {
            task.cancel(true);
        }
    }

    /** One call of the client, with its checked exception. */
    private interface Call<T> {
        T run() throws NotificationClientException;
    }
}
