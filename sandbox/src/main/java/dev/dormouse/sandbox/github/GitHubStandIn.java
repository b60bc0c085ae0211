package dev.dormouse.sandbox.github;

import dev.dormouse.sandbox.LoopbackServer;
import dev.dormouse.sandbox.Reply;
import dev.dormouse.sandbox.Request;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for api.github.com. Thread-safe. Users are shared by its organisations, as on GitHub; the clock decides what
 * the audit log still keeps and whether a former member can be reinstated.
 */
public final class GitHubStandIn implements AutoCloseable {

    private final LoopbackServer server = new LoopbackServer();
    private final Clock clock;
    private final String token;
    private final Directory directory = new Directory();
    private final Map<String, StandInOrganization> organizations = new LinkedHashMap<>();
    private volatile @Nullable StandInUser tokenOwner;

    /** @param token what every request must carry */
    public GitHubStandIn(Clock clock, String token) {
        this.clock = clock;
        this.token = token;
        new UserRoutes(this).add();
        new MemberRoutes(this).add();
        new InvitationRoutes(this).add();
        new TeamRoutes(this).add();
        new CollaboratorRoutes(this).add();
        new AuditLogRoutes(this).add();
        new GraphQlRoute(this).add();
    }

    /** The address to configure as {@code url}, without a trailing slash. */
    public URI uri() {
        return server.uri();
    }

    /** The server below: its requests, and its interceptor for faults. */
    public LoopbackServer server() {
        return server;
    }

    /** The organisation of that login; created, without anybody in it, when it is asked for the first time. */
    public StandInOrganization organization(String login) {
        synchronized (organizations) {
            return organizations.computeIfAbsent(
                    login.toLowerCase(Locale.ROOT),
                    key -> new StandInOrganization(login, 9000L + organizations.size(), directory, clock));
        }
    }

    /** The user of that login; created as a person when asked for the first time. Bots end in {@code [bot]}. */
    public StandInUser user(String login) {
        return directory.user(login);
    }

    /** Gives the user another login; the old one is free from then on. */
    public void rename(String login, String newLogin) {
        directory.rename(login, newLogin);
    }

    /** Deletes the GitHub account itself. */
    public void delete(String login) {
        directory.delete(login);
    }

    /** Whose token it is; without an owner it is an app's, and GET /user is refused. */
    public void tokenBelongsTo(String login) {
        tokenOwner = directory.user(login);
    }

    @Override
    public void close() {
        server.close();
    }

    Directory directory() {
        return directory;
    }

    Clock clock() {
        return clock;
    }

    @Nullable
    StandInUser tokenOwner() {
        return tokenOwner;
    }

    @Nullable
    StandInOrganization findOrganization(String login) {
        synchronized (organizations) {
            return organizations.get(login.toLowerCase(Locale.ROOT));
        }
    }

    /** Adds a route that asks for the token first. */
    void route(String method, String path, Function<Request, Reply> handler) {
        server.route(method, path, request -> {
            String header = request.header("authorization");
            if (header == null || !(header.equals("Bearer " + token) || header.equals("token " + token))) {
                return Shapes.error(401, "Bad credentials");
            }
            return handler.apply(request);
        });
    }

    /** Adds a route below an organisation, which must exist; {@code variable} holds its login. */
    void organizationRoute(
            String method, String path, String variable, BiFunction<StandInOrganization, Request, Reply> handler) {
        route(method, path, request -> {
            StandInOrganization organization = findOrganization(request.variable(variable));
            return organization == null ? Shapes.error(404, "Not Found") : handler.apply(organization, request);
        });
    }
}
