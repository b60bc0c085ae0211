package dev.dormouse.engine;

import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.observations.Observations;
import dev.dormouse.core.observations.Question;
import dev.dormouse.core.observations.SubjectKey;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts seats: one is free only when the person has left every organisation of the workflow. */
final class Seats {

    private final Ledger ledger;
    private final Observations observations;
    private final Question question;

    Seats(Ledger ledger, Observations observations, Question question) {
        this.ledger = ledger;
        this.observations = observations;
        this.question = question;
    }

    /** A line on what was removed since that position in the journal; none where nothing was. */
    List<String> notes(long afterSeq) {
        List<Draft> removals =
                Happened.since(ledger, question.workflow().name(), afterSeq).of(Entries.REMOVED);
        if (removals.isEmpty()) {
            return List.of();
        }
        Set<SubjectKey> removed = removals.stream()
                .map(draft ->
                        Objects.requireNonNull(ledger.findCase(draft.caseId())).subject())
                .collect(Collectors.toSet());
        return List.of("Removed " + removed.size() + " account(s); " + freed(removed) + " seat(s) are free.");
    }

    private long freed(Set<SubjectKey> removed) {
        Set<String> logins = removed.stream().map(SubjectKey::account).collect(Collectors.toSet());
        Set<SubjectKey> elsewhere = new HashSet<>();
        for (String application : question.workflow().applications()) {
            logins.stream()
                    .map(login -> new SubjectKey(application, login))
                    .filter(key -> !removed.contains(key))
                    .forEach(elsewhere::add);
        }
        Set<String> stillThere = observations.judge(question, elsewhere).stream()
                .map(one -> one.key().account())
                .collect(Collectors.toSet());
        return logins.stream().filter(login -> !stillThere.contains(login)).count();
    }
}
