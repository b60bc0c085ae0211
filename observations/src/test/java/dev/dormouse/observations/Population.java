package dev.dormouse.observations;

import dev.dormouse.core.observations.AccountIntake;
import dev.dormouse.core.observations.FeedIntake;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Feed.Absence;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything seen from outside, as plain objects; fills a store. */
final class Population {

    /** One feed: for which applications, what it said, and what it told about accounts. */
    record Reported(
            List<String> applications,
            List<Sighting> sightings,
            List<AccountRecord> attributes,
            Map<String, List<Sighting>> sightingsByLogin,
            Map<String, List<AccountRecord>> attributesByLogin) {

        Reported(List<String> applications, List<Sighting> sightings, List<AccountRecord> attributes) {
            this(
                    applications,
                    sightings,
                    attributes,
                    sightings.stream().collect(Collectors.groupingBy(row -> lower(row.account()))),
                    attributes.stream().collect(Collectors.groupingBy(row -> lower(row.login()))));
        }
    }

    static String lower(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    List<AccountRecord> attributes(SubjectKey key) {
        return attributes(key, Set.of());
    }

    /** @param without sources that name persons in their own way */
    List<AccountRecord> attributes(SubjectKey key, Set<String> without) {
        return feeds.entrySet().stream()
                .filter(feed -> !without.contains(feed.getKey()))
                .map(Map.Entry::getValue)
                .filter(feed -> feed.applications().contains(key.application()))
                .flatMap(feed -> feed.attributesByLogin().getOrDefault(key.account(), List.of()).stream())
                .toList();
    }

    /** What the account holds by its listing and by what feeds tell. */
    Set<String> holds(SubjectKey key, AccountRecord listed) {
        return holds(key, listed, Set.of());
    }

    Set<String> holds(SubjectKey key, AccountRecord listed, Set<String> without) {
        Set<String> holds = new HashSet<>();
        listed.holds().forEach(held -> holds.add(lower(held)));
        attributes(key, without).forEach(told -> told.holds().forEach(held -> holds.add(lower(held))));
        if (holds.contains("outside-collaborator")) {
            holds.remove("org-member");
        }
        return holds;
    }

    final Map<String, List<AccountRecord>> accounts = new LinkedHashMap<>();
    final Map<String, Reported> feeds = new LinkedHashMap<>();
    final List<SourceHealth> health = new ArrayList<>();

    /** How accounts are joined to persons; null where nobody asks. */
    @Nullable
    PersonJoin join;

    static SourceHealth health(
            String source,
            String application,
            @Nullable String fault,
            @Nullable Instant completeFrom,
            Absence absence) {
        return new SourceHealth(source, application, fault, Instant.EPOCH, completeFrom, absence, 1, 0, List.of(), "");
    }

    void fill(Observations store) {
        accounts.forEach((application, listed) -> {
            try (AccountIntake intake = store.accounts(application)) {
                listed.forEach(intake);
                intake.complete();
            }
        });
        feeds.forEach((source, reported) -> {
            try (FeedIntake intake = store.feed(source, reported.applications())) {
                reported.attributes().forEach(intake::attributes);
                reported.sightings().forEach(intake::sighting);
            }
        });
        if (join != null) {
            store.join(join);
        }
        store.keep(health);
    }
}
