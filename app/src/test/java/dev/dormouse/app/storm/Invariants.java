package dev.dormouse.app.storm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.Trigger;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.JournalEntry;
import dev.dormouse.core.ledger.JournalKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold whenever and however often the program was killed. */
final class Invariants {

    private static final Duration SHORTEST_NOTICE = Duration.ofDays(6);
    private static final Set<String> ENTRIES_TO_A_STAGE = Set.of("asked-anew", "reviewing");

    private final World world;
    private final List<Received> received;
    private final Books books;
    private final List<String> faults = new ArrayList<>();

    Invariants(World world) {
        this.world = world;
        this.received = world.received();
        this.books =
                Books.read(world.folder, received.stream().map(Received::key).collect(Collectors.toSet()));
    }

    Books books() {
        return books;
    }

    /** What holds at any time, also between a kill and the next start. */
    List<String> always() {
        faults.addAll(world.wrongs);
        books.verification().faults().forEach(fault -> faults.add("journal: " + fault));
        nobodyIsRemovedTwice();
        everyRemovalWasAnnounced();
        everyMessageIsKnownAndOne();
        return faults;
    }

    /** What holds when nothing is left to do. */
    List<String> inTheEnd() {
        always();
        books.unfinished().forEach(intent -> faults.add("intent " + intent.key() + " was never settled"));
        announcementsAreAsManyAsReasons();
        whoIsRemovedIsTold();
        operatorsHearOfEveryEndOnce("slack", World.SLACK_CHANNEL);
        operatorsHearOfEveryEndOnce("mail", Yaml.OPERATORS);
        return faults;
    }

    private void nobodyIsRemovedTwice() {
        Map<String, Long> times =
                world.removals.stream().collect(Collectors.groupingBy(World.Removal::subject, Collectors.counting()));
        times.forEach((subject, count) -> require(count == 1, subject + " was removed " + count + " times"));
    }

    private void everyRemovalWasAnnounced() {
        for (World.Removal removal : world.removals) {
            boolean announced = books.of(removal.subject()).stream().anyMatch(one -> announced(one, removal.at()));
            require(announced, removal + " came without an announced deadline that had passed");
        }
    }

    /** The person had a message days before a deadline that lies before the removal, and the journal names the deadline. */
    private boolean announced(Case about, Instant removedAt) {
        return received.stream().anyMatch(one -> {
            JsonNode payload = books.payload(one.key());
            if (!payload.path("what").asText().equals("ANNOUNCE") || !isAbout(one, about)) {
                return false;
            }
            Instant deadline = Instant.parse(payload.path("deadline").asText());
            return !removedAt.isBefore(deadline)
                    && !one.at().isAfter(deadline.minus(SHORTEST_NOTICE))
                    && journalNames(about, deadline);
        });
    }

    private boolean journalNames(Case about, Instant deadline) {
        return books.journal().stream()
                .map(JournalEntry::draft)
                .anyMatch(one -> one.caseId() == about.id() && one.text().equals("announced, deadline " + deadline));
    }

    /** By SMTP a message may come twice, but as one message: under one Message-ID. */
    private void everyMessageIsKnownAndOne() {
        Map<String, Set<String>> identities = new HashMap<>();
        Map<String, Set<String>> keys = new HashMap<>();
        for (Received one : received) {
            require(books.intents().containsKey(one.key()), one + " has no intent");
            identities.computeIfAbsent(one.key(), key -> new TreeSet<>()).add(one.identity());
            keys.computeIfAbsent(meaning(one), key -> new TreeSet<>()).add(one.key());
        }
        identities.forEach((key, all) -> require(all.size() == 1, key + " was sent as " + all));
        keys.forEach((meaning, all) -> require(all.size() == 1, meaning + " was sent under " + all));
    }

    /** What a message says to whom, whatever its key is. */
    private String meaning(Received one) {
        JsonNode payload = books.payload(one.key());
        Intent intent = books.intents().get(one.key());
        boolean digest = payload.path("what").asText().equals("DIGEST");
        return one.channel() + " " + one.recipient() + " "
                + payload.path("what").asText() + " "
                + payload.path("number") + "/" + payload.path("reminder") + " until "
                + payload.path("deadline").asText() + " about " + (intent == null ? "" : intent.cases())
                + (digest ? payload.path("text").asText() : "");
    }

    /** A second announcement of a stage needs a reason in the journal. */
    private void announcementsAreAsManyAsReasons() {
        for (Case one : books.cases()) {
            Map<String, Set<String>> keys = new HashMap<>();
            for (Received message : received) {
                JsonNode payload = books.payload(message.key());
                if (payload.path("what").asText().equals("ANNOUNCE") && isAbout(message, one)) {
                    keys.computeIfAbsent(payload.path("number") + " to " + message.recipient(), key -> new TreeSet<>())
                            .add(message.key());
                }
            }
            long reasons = 1 + reasons(one);
            keys.forEach((stage, all) ->
                    require(all.size() <= reasons, one.subject() + " was asked at stage " + stage + " by " + all));
        }
    }

    private long reasons(Case about) {
        return books.journal().stream()
                .map(JournalEntry::draft)
                .filter(one -> one.caseId() == about.id())
                .filter(one -> ENTRIES_TO_A_STAGE.contains(one.data().getOrDefault("event", ""))
                        || "out-of-date".equals(one.data().get("word")))
                .count();
    }

    private void whoIsRemovedIsTold() {
        for (World.Removal removal : world.removals) {
            for (Case one : books.of(removal.subject())) {
                if (one.trigger() instanceof Trigger.Dormancy) {
                    long told = keys(one, "TELL").size();
                    require(told == 1, removal.subject() + " was told " + told + " times");
                    require(
                            askedAtStage(one, 0).containsAll(first(one)),
                            "of " + first(one) + " only " + askedAtStage(one, 0) + " were asked about "
                                    + removal.subject());
                    require(
                            !world.plan.twoStages() || askedAtStage(one, 1).containsAll(Yaml.LEADS),
                            "of " + Yaml.LEADS + " only " + askedAtStage(one, 1) + " were asked about "
                                    + removal.subject());
                }
            }
        }
    }

    private Set<String> first(Case about) {
        String owner = String.valueOf(about.address()).toLowerCase(Locale.ROOT);
        return world.plan.alsoLead() ? Set.of(owner, Yaml.LEADS.getFirst()) : Set.of(owner);
    }

    private Set<String> keys(Case about, String what) {
        return received.stream()
                .filter(one -> books.payload(one.key()).path("what").asText().equals(what) && isAbout(one, about))
                .map(Received::key)
                .collect(Collectors.toSet());
    }

    private Collection<String> askedAtStage(Case about, int stage) {
        return received.stream()
                .filter(one -> isAbout(one, about))
                .filter(one -> books.payload(one.key()).path("what").asText().equals("ANNOUNCE")
                        && books.payload(one.key()).path("number").asInt() == stage)
                .map(Received::recipient)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void operatorsHearOfEveryEndOnce(String channel, String recipient) {
        Map<String, String> digests = received.stream()
                .filter(one -> one.channel().equals(channel) && one.recipient().equals(recipient))
                .collect(Collectors.toMap(Received::key, Received::text, (first, again) -> first));
        for (JournalEntry entry : books.journal()) {
            JournalEntry.Draft draft = entry.draft();
            if (draft.kind() == JournalKind.ENDED && draft.caseId() > 0) {
                String line = "- case " + draft.caseId() + ", " + draft.subject() + ": " + draft.text();
                long told = digests.values().stream()
                        .filter(text -> text.replaceAll("\\s+", " ").contains(line.replaceAll("\\s+", " ")))
                        .count();
                require(told == 1, "the operators were told " + told + " times by " + channel + ": " + line);
            }
        }
    }

    private boolean isAbout(Received message, Case about) {
        Intent intent = books.intents().get(message.key());
        return intent != null && intent.cases().contains(about.id());
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
