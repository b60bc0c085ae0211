package dev.dormouse.app;

import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.config.SourceConfig.Origin;
import dev.dormouse.sac.DataFile;
import dev.dormouse.sac.DataFileRun;
import dev.dormouse.sac.Observer;
import dev.dormouse.sac.RowResult;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ListsGroups;
import dev.dormouse.spi.ReportsActivity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a data file of the SAP Analytics Cloud toolkit over what a configuration's connectors tell. Changes nothing. */
public final class SacScan {

    private final Workspace workspace;

    public SacScan(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * One result a row, in the order of the file.
     *
     * @throws UseCaseException where the configuration has no application, or several, with users and teams
     */
    public List<RowResult> run(DataFile file) {
        ApplicationConfig application = application();
        Observer observer = new Observer();
        workspace.progress().doing("reading " + application.name());
        if (directory(application) instanceof ListsGroups groups) {
            observer.teams(groups);
        }
        if (accounts(application) instanceof ListsAccounts accounts) {
            observer.users(accounts);
        }
        for (SourceConfig source : workspace.configuration().sources()) {
            if (source.applications().contains(application.name())) {
                workspace.progress().doing("reading " + source.name());
                if (connector(source, application) instanceof ReportsActivity reports) {
                    observer.source(reports);
                }
            }
        }
        return new DataFileRun(observer.observed(), workspace.now()).run(file);
    }

    private ApplicationConfig application() {
        List<ApplicationConfig> able = workspace.configuration().applications().stream()
                .filter(one -> directory(one) instanceof ListsGroups && accounts(one) instanceof ListsAccounts)
                .toList();
        if (able.size() == 1) {
            return able.getFirst();
        }
        throw new UseCaseException(
                able.isEmpty()
                        ? "no application lists users and teams; give one connector: sac, users: users*.json and teams: teams*.json"
                        : "several applications list users and teams: "
                                + String.join(
                                        ", ",
                                        able.stream()
                                                .map(ApplicationConfig::name)
                                                .toList())
                                + "; keep each in a folder of its own");
    }

    private @Nullable Connector directory(ApplicationConfig application) {
        Connector own =
                application.connector() == null ? null : workspace.connections().connect(application.connector());
        return own instanceof ListsGroups ? own : accounts(application);
    }

    private @Nullable Connector accounts(ApplicationConfig application) {
        return application.accounts() == null
                ? workspace.connections().connect(Objects.requireNonNull(application.connector()))
                : workspace.connections().connect(application.accounts());
    }

    private @Nullable Connector connector(SourceConfig source, ApplicationConfig application) {
        return switch (source.origin()) {
            case Origin.FromConnector from -> workspace.connections().connect(from.connector());
            case Origin.FromSql _ ->
                throw new UseCaseException("source " + source.name()
                        + " is a query, which sac scan cannot read; give it" + " 'files' or a connector");
            case Origin.FromApplications _ -> workspace.connections().application(application.name());
        };
    }
}
