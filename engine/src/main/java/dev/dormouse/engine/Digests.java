package dev.dormouse.engine;

import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.Intent.Kind;
import dev.dormouse.core.ledger.JournalEntry.Draft;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.NoticePayload.What;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Tells the operators what happened since they were told last: one message per channel and pass, none where nothing
 * happened. What was told is a position in the journal, so nothing is told twice or forgotten.
 */
final class Digests {

    private static final int LINES = 40;

    /** What is told, in this order, with its heading. */
    private static final List<Section> SECTIONS = List.of(
            new Section("quarantined", "Stopped by a guard; nothing is removed until: dormouse release WORKFLOW"),
            new Section("source", "Sources that could not be used"),
            new Section("planned", "A plan waits for: dormouse approve WORKFLOW"),
            new Section(Entries.SET_FAILED, "Sets that could not be written"),
            new Section(Entries.SET_CHANGED, "Sets that were changed"),
            new Section("held", "Held; a person decides: dormouse cases list --held"),
            new Section("needs-person", "Need a person"),
            new Section(Entries.REMOVED, "Removed"),
            new Section("incomplete", "Removed in part"),
            new Section(Entries.PUT_OFF, "Could not be removed yet; tried again"),
            new Section(Entries.ANNOUNCED, "Asked"),
            new Section("returned", "Active again, left alone"),
            new Section("restored", "Restored"),
            new Section("kept", "Kept"),
            new Section("exempted", "Exempt meanwhile"),
            new Section("gone", "Left by themselves"),
            new Section("superseded", "Handed to the workflow for leavers"));

    private final PassContext pass;
    private final Outbox outbox;

    Digests(PassContext pass, Outbox outbox) {
        this.pass = pass;
        this.outbox = outbox;
    }

    /** @param notes what else there is to say, since a position in the journal */
    void send(Workflow workflow, LongFunction<List<String>> notes) {
        for (String channel : workflow.operators()) {
            send(workflow, channel, notes);
        }
    }

    private void send(Workflow workflow, String channel, LongFunction<List<String>> notes) {
        String cursor = "digest:" + workflow.name() + ":" + channel;
        long told = pass.ledger().cursor(cursor);
        Happened happened = Happened.since(pass.ledger(), workflow.name(), told);
        String summary = summary(happened);
        if (summary.isEmpty()) {
            return;
        }
        Remotes.Channel to = pass.remotes().channel(channel);
        String subject = "Dormouse: " + workflow.name() + ": " + summary;
        NoticePayload payload = new NoticePayload(
                channel,
                What.DIGEST,
                0,
                0,
                "",
                to.to(),
                "digest",
                Map.of("subject", subject),
                subject,
                text(happened, notes.apply(told)),
                "");
        String key = "digest-" + workflow.name() + "-" + channel + "-"
                + happened.head().seq();
        Intent intent = new Intent(key, Kind.DIGEST, workflow.name(), List.of(), payload.toJson(), pass.now(), null);
        pass.ledger().write(transaction -> {
            transaction.intend(intent);
            return transaction.moveCursor(cursor);
        });
        outbox.deliver(intent, payload);
    }

    private static String summary(Happened happened) {
        StringBuilder summary = new StringBuilder();
        for (Section section : SECTIONS) {
            int count = happened.of(section.event()).size();
            if (count > 0) {
                summary.append(summary.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(section.event());
            }
        }
        return summary.toString();
    }

    private static String text(Happened happened, List<String> notes) {
        StringBuilder text = new StringBuilder();
        for (Section section : SECTIONS) {
            List<Draft> drafts = happened.of(section.event());
            if (!drafts.isEmpty()) {
                text.append(text.isEmpty() ? "*" : "\n*")
                        .append(section.heading())
                        .append("* (")
                        .append(drafts.size())
                        .append(")\n");
                drafts.stream().limit(LINES).forEach(draft -> text.append(line(draft)));
                if (drafts.size() > LINES) {
                    text.append("and ").append(drafts.size() - LINES).append(" more\n");
                }
            }
        }
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        return text.append("\nJournal ")
                .append(happened.head().seq())
                .append(':')
                .append(happened.head().hash())
                .append('\n')
                .toString();
    }

    private static String line(Draft draft) {
        return draft.caseId() == 0
                ? "- " + draft.text() + "\n"
                : "- case " + draft.caseId() + ", " + draft.subject() + ": " + draft.text() + "\n";
    }

    private record Section(String event, String heading) {}
}
