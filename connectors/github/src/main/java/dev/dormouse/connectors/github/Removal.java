package dev.dormouse.connectors.github;

import dev.dormouse.spi.AccountRef;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Takes somebody out of one place, who was found there a moment ago: asks GitHub once, then reads whether it is so.
 * Never sends a second time; whatever cannot be confirmed is uncertain.
 */
final class Removal {

    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

    private final GitHubClient client;
    private final Place place;
    private final Members members;
    private final AccountRef account;
    private final Holder holder;

    Removal(GitHubClient client, Place place, Members members, AccountRef account, Holder holder) {
        this.client = client;
        this.place = place;
        this.members = members;
        this.account = account;
        this.holder = holder;
    }

    Outcome run() {
        Outcome refusal = place.refusal(holder);
        if (refusal != null) {
            return refusal;
        }
        HttpAnswer answer;
        try {
            answer = client.send("DELETE", client.organizationPath(place.path(holder)), null);
        } catch (ConnectorException e) {
            return e.code() == GitHubErrorCode.CONNECTION_LOST
                    ? confirm(String.valueOf(e.getMessage()))
                    : Failures.outcome(e);
        }
        return judge(answer);
    }

    private Outcome judge(HttpAnswer answer) {
        if (answer.status() == 202) {
            return new Outcome.Pending(
                    "GitHub has taken the removal of " + what() + " and works on it; " + Retention.until(client.now()),
                    Long.toString(holder.id()),
                    client.now().plus(ASK_AGAIN));
        }
        if (answer.status() == 204) {
            return confirm(null);
        }
        if (answer.status() == 404 || answer.status() >= 500) {
            return confirm(answer.call() + " answered " + answer.status() + " "
                    + client.failures().message(answer));
        }
        ConnectorException refused = client.failures().of(answer, place.permission());
        return Failures.outcome(refused);
    }

    /** @param doubt why GitHub's answer does not settle it; null after a plain yes */
    private Outcome confirm(@Nullable String doubt) {
        Holder after;
        try {
            after = place.find(account);
        } catch (ConnectorException e) {
            return new Outcome.Uncertain("whether " + what() + " was removed is not known"
                    + (doubt == null ? "" : " (" + doubt + ")") + ": it could not be read back, " + e.getMessage());
        }
        if (after == null) {
            return new Outcome.Changed("removed " + what() + (doubt == null ? "" : ", read back after: " + doubt) + "; "
                    + Retention.until(client.now()));
        }
        if (!after.direct()) {
            return members.throughEnterprise(after, "the direct membership was removed");
        }
        return new Outcome.Uncertain(what() + " is still there"
                + (doubt == null ? " although GitHub confirmed the removal" : " (" + doubt + ")")
                + "; it must be read again before anything else is done");
    }

    private String what() {
        String renamed = holder.login().equalsIgnoreCase(account.login()) ? "" : ", formerly " + account.login();
        return place.word() + " " + holder + renamed + " of " + client.organization();
    }
}
