package dev.dormouse.app;

import dev.dormouse.core.config.ApplicationConfig;
import dev.dormouse.core.config.SourceConfig;
import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.QueriedFeed;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.engine.Progress;
import dev.dormouse.observations.ObservationsException;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Connector;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Feed;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Listing;
import dev.dormouse.spi.ListsAccounts;
import dev.dormouse.spi.ReportsActivity;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of accounts and sources into the observations. One that fails becomes unhealthy, with a fault that names file,
 * line and column.
 *
 * @param eventsFrom older events of a query are not kept one by one
 * @param listening what stands between a source and the store
 */
record SourceReader(
        Observations observations,
        SourceRules rules,
        Instant eventsFrom,
        Progress progress,
        UnaryOperator<ActivitySink> listening) {

    /** The same, for who asks for the newest activity alone, of a store that is not kept. */
    SourceReader newestAlone() {
        return new SourceReader(observations, rules, eventsFrom, progress, NewestAlone::new);
    }

    SourceHealth accounts(ApplicationConfig application, @Nullable Connector connector) {
        progress.doing("reading the accounts of " + application.name());
        if (!(connector instanceof ListsAccounts lists)) {
            return rules.failed(
                    SourceHealth.ACCOUNTS,
                    application.name(),
                    "nothing lists the accounts of " + application.name()
                            + ": give it a connector, or accounts from files");
        }
        long[] count = new long[1];
        try (AccountIntake intake = observations.accounts(application.name())) {
            Listing listing = lists.listAccounts(account -> {
                count[0]++;
                intake.accept(account);
            });
            intake.complete();
            return rules.accounts(application.name(), listing, count[0]);
        } catch (ConnectorException e) {
            return rules.failed(SourceHealth.ACCOUNTS, application.name(), e.getMessage());
        }
    }

    List<SourceHealth> feed(SourceConfig source, List<String> about, @Nullable Connector connector) {
        progress.doing("reading " + source.name());
        if (!(connector instanceof ReportsActivity reports)) {
            return about.stream()
                    .map(name -> rules.failed(source.name(), name, "nothing reports activity for " + name))
                    .toList();
        }
        try (FeedIntake intake = observations.feed(source.name(), about)) {
            Feed feed = reports.readActivity(listening.apply(intake));
            return about.stream()
                    .map(name -> rules.feed(source, name, feed, intake))
                    .toList();
        } catch (ConnectorException e) {
            return about.stream()
                    .map(name -> rules.failed(source.name(), name, e.getMessage()))
                    .toList();
        }
    }

    List<SourceHealth> query(SourceConfig source, List<String> about, String query) {
        progress.doing("asking for " + source.name());
        try {
            QueriedFeed told = observations.query(source.name(), about, query, eventsFrom);
            Instant newest = told.newest() == null ? Instant.EPOCH : told.newest();
            Feed feed = new Feed(newest, told.oldest(), Absence.NOTHING_SEEN, told.rows(), "");
            return about.stream()
                    .map(name -> rules.feed(source, name, feed, told))
                    .toList();
        } catch (ObservationsException e) {
            return about.stream()
                    .map(name -> rules.failed(source.name(), name, e.getMessage()))
                    .toList();
        }
    }
}
