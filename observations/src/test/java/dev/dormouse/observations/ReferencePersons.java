package dev.dormouse.observations;

import dev.dormouse.core.judging.Evidence;
import dev.dormouse.core.observations.PersonJoin;
import dev.dormouse.core.observations.SourceHealth;
import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.core.workflow.SourceRule;
import dev.dormouse.spi.AccountRecord;
import dev.dormouse.spi.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose each account is and what their sources saw, by looking through all plain objects each time. */
final class ReferencePersons {

    private final Population population;
    private final PersonJoin how;

    /** Of the lists, the persons that have a name. */
    private final Map<String, NavigableSet<String>> byName = new HashMap<>();

    private final Map<String, NavigableSet<String>> seen = new HashMap<>();

    ReferencePersons(Population population) {
        this.population = population;
        this.how = Objects.requireNonNull(population.join);
        how.from().forEach(this::list);
    }

    /** All persons that the account may belong to. */
    NavigableSet<String> ofAccount(SubjectKey key) {
        return persons(addresses(key));
    }

    private NavigableSet<String> addresses(SubjectKey key) {
        NavigableSet<String> declared = declared(key.application(), key.account());
        if (!declared.isEmpty()) {
            return declared;
        }
        NavigableSet<String> addresses = new TreeSet<>();
        population.accounts.getOrDefault(key.application(), List.of()).stream()
                .filter(one -> Population.lower(one.login()).equals(key.account()))
                .map(AccountRecord::email)
                .filter(ReferencePersons::isAddress)
                .map(Population::lower)
                .forEach(addresses::add);
        if (addresses.isEmpty()) {
            population.attributes(key, how.sources()).stream()
                    .flatMap(ReferencePersons::toldAddresses)
                    .forEach(addresses::add);
        }
        if (addresses.isEmpty() && isAddress(key.account())) {
            addresses.add(key.account());
        }
        return addresses;
    }

    private static Stream<String> toldAddresses(AccountRecord told) {
        return Stream.concat(Stream.ofNullable(told.email()), told.details().aliases().stream())
                .filter(ReferencePersons::isAddress)
                .map(Population::lower);
    }

    private NavigableSet<String> declared(String owner, String account) {
        NavigableSet<String> declared = new TreeSet<>();
        how.declared().stream()
                .filter(one -> one.owner().equals(owner) && one.account().equals(account))
                .forEach(one -> declared.add(one.person()));
        return declared;
    }

    private NavigableSet<String> persons(Collection<String> names) {
        NavigableSet<String> persons = new TreeSet<>();
        for (String name : names) {
            if (how.from().isEmpty()) {
                persons.add(name);
            }
            persons.addAll(byName.getOrDefault(name, new TreeSet<>()));
        }
        return persons;
    }

    private void list(String owner) {
        Population.Reported feed = population.feeds.get(owner);
        List<AccountRecord> list =
                feed == null ? population.accounts.getOrDefault(owner, List.of()) : feed.attributes();
        NavigableSet<String> accounts = new TreeSet<>();
        list.forEach(one -> accounts.add(Population.lower(one.login())));
        if (feed != null) {
            accounts.addAll(feed.sightingsByLogin().keySet());
        }
        for (String account : accounts) {
            List<AccountRecord> records = list.stream()
                    .filter(one -> Population.lower(one.login()).equals(account))
                    .toList();
            String primary = records.stream()
                    .map(AccountRecord::email)
                    .filter(ReferencePersons::isAddress)
                    .min(Comparator.naturalOrder())
                    .map(Population::lower)
                    .orElse(isAddress(account) ? account : owner + ":" + account);
            NavigableSet<String> names = new TreeSet<>(List.of(account, primary));
            for (AccountRecord one : records) {
                toldAddresses(one).forEach(names::add);
                Stream.ofNullable(one.remoteId()).map(Population::lower).forEach(names::add);
            }
            names.forEach(
                    name -> byName.computeIfAbsent(name, one -> new TreeSet<>()).add(primary));
        }
    }

    /** All persons that what the source names may be. */
    private NavigableSet<String> ofSeen(String source, Population.Reported feed, String account) {
        NavigableSet<String> names = declared(source, account);
        if (names.isEmpty()) {
            feed.attributesByLogin().getOrDefault(account, List.of()).stream()
                    .flatMap(ReferencePersons::toldAddresses)
                    .forEach(names::add);
            if (!how.from().isEmpty() || (names.isEmpty() && isAddress(account))) {
                names.add(account);
            }
        }
        return persons(names);
    }

    Evidence evidence(
            SourceRule rule,
            SubjectKey key,
            @Nullable Instant created,
            Population.Reported feed,
            @Nullable String fault,
            @Nullable SourceHealth health) {
        NavigableSet<String> persons = ofAccount(key);
        if (persons.size() != 1) {
            return new Evidence.Unknown(fault == null ? problem(key, persons) : fault, null);
        }
        List<Sighting> rows = new ArrayList<>();
        List<List<Sighting>> accounts = new ArrayList<>();
        NavigableSet<String> doubts = new TreeSet<>();
        if (feed.applications().contains(key.application())) {
            feed.sightingsByLogin().forEach((account, sightings) -> {
                NavigableSet<String> owners = seen.computeIfAbsent(
                        rule.source() + "|" + account, one -> ofSeen(rule.source(), feed, account));
                if (owners.size() == 1 && owners.equals(persons)) {
                    rows.addAll(sightings);
                    accounts.add(sightings);
                } else if (owners.containsAll(persons)) {
                    doubts.add("its account " + account + " matches two persons, " + owners.first() + " and "
                            + owners.last());
                    accounts.add(sightings);
                }
            });
        }
        return told(rule, created, rows, accounts, doubts, fault, health);
    }

    private static Evidence told(
            SourceRule rule,
            @Nullable Instant created,
            List<Sighting> rows,
            List<List<Sighting>> accounts,
            NavigableSet<String> doubts,
            @Nullable String fault,
            @Nullable SourceHealth health) {
        Instant newest = rows.stream()
                .map(row -> row instanceof Sighting.At at ? at.at() : row instanceof Sighting.Event e ? e.at() : null)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean active = rows.stream().anyMatch(Sighting.Active.class::isInstance);
        if (fault != null) {
            return active ? new Evidence.Says(Evidence.Opinion.ACTIVE) : new Evidence.Unknown(fault, newest);
        }
        if (active && newest == null) {
            return new Evidence.Says(Evidence.Opinion.ACTIVE);
        }
        rows.stream()
                .filter(Sighting.Unreadable.class::isInstance)
                .map(row -> "what it says cannot be read: " + ((Sighting.Unreadable) row).problem())
                .forEach(doubts::add);
        if (!doubts.isEmpty()) {
            return new Evidence.Unknown(doubts.first(), newest);
        }
        if (newest != null) {
            return new Evidence.At(newest);
        }
        if (!accounts.isEmpty() && all(accounts, Sighting.Dormant.class)) {
            return new Evidence.Says(Evidence.Opinion.DORMANT);
        }
        return !accounts.isEmpty() && all(accounts, Sighting.Never.class)
                ? new Evidence.Never()
                : Reference.absent(rule, Objects.requireNonNull(health), created);
    }

    private static boolean all(List<List<Sighting>> accounts, Class<? extends Sighting> kind) {
        return accounts.stream().allMatch(one -> one.stream().anyMatch(kind::isInstance));
    }

    private String problem(SubjectKey key, NavigableSet<String> persons) {
        if (persons.size() > 1) {
            return "it matches two persons, " + persons.first() + " and " + persons.last();
        }
        NavigableSet<String> addresses = addresses(key);
        return addresses.isEmpty()
                ? "no e-mail address tells whose account it is"
                : "nobody in " + String.join(", ", how.from()) + " has its address " + addresses.first();
    }

    private static boolean isAddress(@Nullable String text) {
        return text != null && text.contains("@");
    }
}
