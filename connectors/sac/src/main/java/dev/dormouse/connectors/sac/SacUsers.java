package dev.dormouse.connectors.sac;

import dev.dormouse.spi.AccountDetails;
import dev.dormouse.spi.AccountKind;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.AccountState;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.Reaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The pages of {@code /api/v1/scim/Users}. */
final class SacUsers implements SacConnector, ListsAccounts {

    private static final String ENTERPRISE = "urn:scim:schemas:extension:enterprise:1.0";
    private static final String PARAMETERS = "urn:ietf:params:scim:schemas:extension:sap:user-custom-parameters:1.0";

    private static final List<String> FORMATS =
            List.of("dataAccessLanguage", "dateFormatting", "timeFormatting", "numberFormatting");

    private final SacConfig config;
    private final SacClient client;

    SacUsers(SacConfig config, SacClient client) {
        this.config = config;
        this.client = client;
    }

    @Override
    public Listing listAccounts(Consumer<AccountRecord> sink) {
        Set<String> known = new HashSet<>();
        AtomicLong announced = new AtomicLong();
        SacClient.Read read = client.readAll(config.users(), (export, content) -> {
            long total = JsonExport.read(export, content, user -> {
                AccountRecord account = account(user);
                if (known.add(account.login())) {
                    sink.accept(account);
                }
            });
            announced.accumulateAndGet(total, Math::max);
        });
        if (known.isEmpty()) {
            throw incomplete("lists nobody, which no system can be");
        }
        if (known.size() < announced.get()) {
            throw incomplete("there are " + announced.get() + " users and " + known.size()
                    + " of them are here; put the other pages beside the first");
        }
        return new Listing(read.asOf(config.asOf(), client.now()), read.fingerprint());
    }

    private ConnectorException incomplete(String what) {
        return new ConnectorException(
                SacErrorCode.SAC_INCOMPLETE, new Reaction.Invalid(), String.join(", ", config.users()) + ": " + what);
    }

    private static AccountRecord account(JsonRecord user) {
        String id = user.text("id").isEmpty() ? user.text("userName") : user.text("id");
        if (id.isEmpty()) {
            throw user.wrong("a user without an id; this is not a page of /api/v1/scim/Users");
        }
        List<String> emails = user.texts("emails");
        return new AccountRecord(
                id,
                id,
                AccountKind.HUMAN,
                emails.isEmpty() ? null : emails.getFirst(),
                Times.find(user.text("meta", "created")),
                holds(user),
                new AccountDetails(state(user), user.text(ENTERPRISE, "manager", "managerId"), attributes(user)));
    }

    private static AccountState state(JsonRecord user) {
        if (!(user.at("active") instanceof Boolean active)) {
            return AccountState.UNKNOWN;
        }
        return active ? AccountState.ACTIVE : AccountState.SUSPENDED;
    }

    private static List<String> holds(JsonRecord user) {
        List<String> holds = new ArrayList<>();
        user.texts("groups").forEach(team -> holds.add("team:" + team));
        user.texts("roles").forEach(role -> holds.add("role:" + role));
        boolean concurrent = Boolean.TRUE.equals(user.at(PARAMETERS, "isConcurrent"));
        holds.add(concurrent ? "licence:concurrent" : "licence:named");
        return holds;
    }

    /** A setting that is absent is told as empty, because the product leaves out what nobody has set. */
    private static Map<String, String> attributes(JsonRecord user) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("displayName", user.text("displayName"));
        attributes.put("userName", user.text("userName"));
        attributes.put("preferredLanguage", user.text("preferredLanguage"));
        FORMATS.forEach(name -> attributes.put(name, user.text(PARAMETERS, name)));
        return attributes;
    }
}
