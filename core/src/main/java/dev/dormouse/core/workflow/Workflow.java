package dev.dormouse.core.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document that owns the whole way of an account, from its selection to the last follow-up.
 *
 * @param name unique in the configuration
 * @param trigger what opens its cases
 * @param applications at least one
 * @param selection for dormancy; without any source for a command
 * @param output where the result is kept as a set; null where there are cases, or a report alone
 * @param review the stages in order; empty only where the document says {@code review: none}
 * @param removal the steps in order; a workflow without steps only reports
 * @param operators the channels that get the digest of a pass and the questions to operators
 * @param cooldown the time after a case ended in which dormancy cannot open another
 * @param fingerprints tell whether two texts are the same document
 * @param text the document as written, kept with its version
 */
public record Workflow(
        String name,
        Trigger trigger,
        List<String> applications,
        Selection selection,
        Exemptions exemptions,
        Guards guards,
        @Nullable Output output,
        Review review,
        List<Step> removal,
        List<Step.FollowUp> followUp,
        Window cooldown,
        List<String> operators,
        ZoneId zone,
        Fingerprints fingerprints,
        String text) {

    public Workflow {
        applications = List.copyOf(applications);
        selection = output == null ? selection : selection.forSet();
        removal = List.copyOf(removal);
        followUp = List.copyOf(followUp);
        operators = List.copyOf(operators);
    }

    /** A workflow that keeps no set. */
    public Workflow(
            String name,
            Trigger trigger,
            List<String> applications,
            Selection selection,
            Exemptions exemptions,
            Guards guards,
            Review review,
            List<Step> removal,
            List<Step.FollowUp> followUp,
            Window cooldown,
            List<String> operators,
            ZoneId zone,
            Fingerprints fingerprints,
            String text) {
        this(
                name,
                trigger,
                applications,
                selection,
                exemptions,
                guards,
                null,
                review,
                removal,
                followUp,
                cooldown,
                operators,
                zone,
                fingerprints,
                text);
    }

    /** Whether it only tells who is dormant: nobody is asked and nothing is removed, so there are no cases. */
    public boolean reportsOnly() {
        return output == null && review.stages().isEmpty() && removal.isEmpty();
    }

    /** This document with what is always taken from the newest: exemptions, guards, channels, and who is told. */
    public Workflow withProtectionOf(Workflow newest) {
        return new Workflow(
                name,
                trigger,
                applications,
                selection,
                newest.exemptions,
                newest.guards,
                output,
                review.withChannelsOf(newest.review),
                Channels.ofSteps(removal, newest.removal),
                Channels.ofFollowUp(followUp, newest.followUp),
                cooldown,
                newest.operators,
                zone,
                fingerprints,
                text);
    }

    /** Whether an ending at that instant keeps the account from a new case now. */
    public boolean isCooling(Instant ended, Instant now) {
        return cooldown.after(ended, zone).isAfter(now);
    }

    /** This document about every account of its applications, whatever it holds. */
    public Workflow aboutEverybody() {
        return about(selection.ofEverybody(), exemptions);
    }

    /** This document about who is in these groups, each of them by itself, whatever was seen of them. */
    public Workflow aboutMembers(List<String> groups) {
        return about(selection.ofMembers(groups), Exemptions.none());
    }

    private Workflow about(Selection others, Exemptions without) {
        return new Workflow(
                name,
                trigger,
                applications,
                others,
                without,
                guards,
                output,
                review,
                removal,
                followUp,
                cooldown,
                operators,
                zone,
                fingerprints,
                text);
    }

    /** What opens the cases of a workflow. */
    public enum Trigger {
        DORMANCY,
        /** Somebody entitled to it, or another workflow that hands over. */
        COMMAND
    }

    /**
     * The part that is about people.
     *
     * @param stages in order
     * @param ifIgnored what the silence of everybody means
     */
    public record Review(List<ReviewStage> stages, IfIgnored ifIgnored, OnReturn onReturn, OnBounce onBounce) {

        public Review {
            stages = List.copyOf(stages);
        }

        private Review withChannelsOf(Review newest) {
            return new Review(Channels.ofStages(stages, newest.stages), ifIgnored, onReturn, onBounce);
        }
    }

    /** After the last stage. */
    public enum IfIgnored {
        REMOVE,
        END
    }

    /** Active again while the removal runs. */
    public enum OnReturn {
        STOP,
        RESTORE,
        CONTINUE
    }

    /** A notice that did not arrive, or could not be sent for want of an address. */
    public enum OnBounce {
        HOLD,
        /** The case is handed to the workflow for leavers. */
        OFFBOARD
    }

    /**
     * What makes two texts the same document.
     *
     * @param whole of everything
     * @param selecting of {@code select} and {@code exempt} alone
     * @param acting of everything that is not selecting
     */
    public record Fingerprints(String whole, String selecting, String acting) {

        /** Whether both are one version: what differs, if anything, is always taken from the newest. */
        public boolean isSameVersion(Fingerprints other) {
            return acting.equals(other.acting) && selecting.equals(other.selecting);
        }
    }
}
