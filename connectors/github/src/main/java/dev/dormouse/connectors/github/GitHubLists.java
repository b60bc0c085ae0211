package dev.dormouse.connectors.github;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Patience;
import dev.dormouse.spi.Reaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.PagedIterable;
import org.kohsuke.github.PagedIterator;

/** The lists of people in an organisation, through the library, page by page. */
final class GitHubLists {

    private static final int PAGE = 100;

    private final GitHubConfig config;
    private final LibraryTransport transport;
    private final Patience patience;

    GitHubLists(GitHubConfig config, GitHubTransport transport, Failures failures, Patience patience) {
        this.config = config;
        this.transport = new LibraryTransport(transport, failures);
        this.patience = patience;
    }

    /** The organisation, asked for anew: the library remembers what it saw for as long as it lives. */
    GHOrganization fetchOrganization() {
        return patience.read(() -> {
            try {
                return gitHub().getOrganization(config.organization());
            } catch (IOException e) {
                throw Failures.unreadable("GET /orgs/" + config.organization(), e);
            } catch (ConnectorException e) {
                throw e.code() == GitHubErrorCode.NOT_FOUND ? noOrganization() : e;
            }
        });
    }

    /** Every member, whatever the role. */
    void eachMember(GHOrganization organization, Consumer<GHUser> sink) {
        each("/members", organization::listMembers, sink);
    }

    /** @param role {@code admin} or {@code member} */
    void eachMember(GHOrganization organization, String role, Consumer<GHUser> sink) {
        each("/members", () -> organization.listMembersWithRole(role), sink);
    }

    void eachOutsideCollaborator(GHOrganization organization, Consumer<GHUser> sink) {
        each("/outside_collaborators", organization::listOutsideCollaborators, sink);
    }

    private void each(String what, Source source, Consumer<GHUser> sink) {
        PagedIterator<GHUser> pages;
        try {
            pages = source.open().withPageSize(PAGE).iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<GHUser> page = page(what, pages);
        while (!page.isEmpty()) {
            page.forEach(sink);
            page = page(what, pages);
        }
    }

    /** The iterator stays at its page when a request fails, so that a page can be asked for again. */
    private List<GHUser> page(String what, PagedIterator<GHUser> pages) {
        return patience.read(() -> {
            try {
                return pages.hasNext() ? pages.nextPage() : List.of();
            } catch (GHException e) {
                throw Failures.unreadable("GET /orgs/" + config.organization() + what, e);
            }
        });
    }

    private GitHub gitHub() throws IOException {
        return new GitHubBuilder()
                .withEndpoint(config.url().toString())
                // As an app does: for any other token the library first asks whose it is, which an app may not ask.
                .withAppInstallationToken(config.token())
                .withConnector(transport)
                .build();
    }

    private ConnectorException noOrganization() {
        return new ConnectorException(
                GitHubErrorCode.ORGANIZATION_NOT_FOUND,
                new Reaction.Invalid(),
                "GET /orgs/" + config.organization()
                        + " failed: there is no such organisation, or the token cannot see it; check the setting"
                        + " organization");
    }

    @FunctionalInterface
    private interface Source {
        PagedIterable<GHUser> open() throws IOException;
    }
}
