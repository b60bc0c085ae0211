package dev.dormouse.core.observations;

import dev.dormouse.core.judging.Answer;
import dev.dormouse.core.judging.SubjectEvidence;
import org.jspecify.annotations.Nullable;

/**
 * One account with its answer and the evidence behind it.
 *
 * @param login in the spelling of the application
 * @param entitlement the one by which it is in scope, for example {@code org-member}; null where the workflow asks for none
 */
public record Judged(
        SubjectKey key,
        String login,
        @Nullable String remoteId,
        @Nullable String email,
        @Nullable String entitlement,
        Answer answer,
        SubjectEvidence evidence) {}
