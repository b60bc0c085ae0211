package dev.dormouse.sac;

import dev.dormouse.core.condition.Fact;
import dev.dormouse.core.condition.Facts;
import dev.dormouse.core.condition.Property;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ActivityKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One user, as the row that asks sees it: the teams and roles that it ignores are not there, and a manager is who is named
 * by a user that it does not exclude.
 */
record UserFacts(
        AccountRecord user, List<String> holds, Observed observed, Instant now, Ignored ignored, Set<String> managers)
        implements Facts {

    private static final String LICENCE = "licence:";

    @Override
    public @Nullable Object value(Fact fact) {
        return switch (fact) {
            case Fact.Known known -> property(known.property());
            case Fact.Attribute attribute -> user.details().attributes().get(attribute.name());
            case Fact.HasAttribute attribute -> user.details().attributes().containsKey(attribute.name());
            case Fact.Holds asked -> holds.stream().anyMatch(asked.entitlement()::equalsIgnoreCase);
            case Fact.HoldsAny any -> holdsAny(any.prefix().toLowerCase(Locale.ROOT));
            case Fact.Count count -> logins(count.kind(), count.window());
            case Fact.Last _, Fact.Never _, Fact.InactiveFor _, Fact.ActiveDays _ -> null;
        };
    }

    private boolean holdsAny(String prefix) {
        return holds.stream()
                .filter(Predicate.not(ignored::covers))
                .anyMatch(held -> held.toLowerCase(Locale.ROOT).startsWith(prefix));
    }

    private @Nullable Object property(Property property) {
        return switch (property) {
            case LOGIN -> user.login();
            case ID -> user.remoteId();
            case EMAIL -> user.email();
            case KIND -> user.kind().name();
            case STATE ->
                user.details().state() == AccountState.UNKNOWN
                        ? null
                        : user.details().state().name();
            case CREATED -> user.created();
            case LICENCE -> licence();
            case MANAGER -> user.details().manager();
            case IS_MANAGER -> managers.contains(user.login());
            case PRIVATE_CONTENT -> (long) observed.content().ofPrivate().getOrDefault(user.login(), 0);
            case PUBLIC_CONTENT -> (long) observed.content().ofPublic().getOrDefault(user.login(), 0);
            case APPLICATION, EMAIL_DOMAIN -> null;
        };
    }

    private String licence() {
        return holds.stream()
                .map(held -> held.toLowerCase(Locale.ROOT))
                .filter(held -> held.startsWith(LICENCE))
                .map(held -> held.substring(LICENCE.length()))
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** The log is taken as it is: whether it reaches back far enough was asked before. */
    private @Nullable Long logins(@Nullable ActivityKind kind, @Nullable Duration window) {
        if (kind != ActivityKind.LOGIN || observed.activities().unreadable().contains(user.login())) {
            return null;
        }
        Instant after = window == null ? Instant.MIN : now.minus(window);
        return observed.activities().logins().getOrDefault(user.login(), List.of()).stream()
                .filter(at -> at.isAfter(after) && !at.isAfter(now))
                .count();
    }
}
