package dev.dormouse.core.cases;

import dev.dormouse.core.observations.SubjectKey;
import dev.dormouse.spi.AccountRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One subject under one workflow version, from its trigger to its end.
 *
 * @param id counts from 1; zero before the ledger gave one
 * @param version of the workflow document, counts from 1
 * @param login in the spelling of the application
 * @param address where the owner is written to; null while none is known
 * @param state where it stands
 * @param due when time alone moves it on; null for never
 */
public record Case(
        long id,
        Trigger trigger,
        String workflow,
        int version,
        SubjectKey subject,
        String login,
        @Nullable String remoteId,
        @Nullable String address,
        Instant opened,
        CaseState state,
        @Nullable Instant due) {

    public AccountRef account() {
        return new AccountRef(subject.application(), login, remoteId);
    }

    /** Whether a letter to this recipient is one to the owner. */
    public boolean isOwner(String recipient) {
        return address != null && recipient.equalsIgnoreCase(address);
    }

    public boolean isOpen() {
        return state instanceof CaseState.Open;
    }

    public Case with(CaseState newState, @Nullable Instant newDue) {
        return new Case(id, trigger, workflow, version, subject, login, remoteId, address, opened, newState, newDue);
    }

    public Case withAddress(@Nullable String newAddress) {
        return new Case(id, trigger, workflow, version, subject, login, remoteId, newAddress, opened, state, due);
    }

    public Case withId(long newId) {
        return new Case(newId, trigger, workflow, version, subject, login, remoteId, address, opened, state, due);
    }
}
