package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseEffect;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.cases.Finding;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.core.workflow.Workflow;
import dev.dormouse.engine.NoticePayload.What;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.FindsAddresses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells people. What one person is to be told in one pass by one channel and template is gathered into one message, over
 * all organisations.
 */
final class Notices {

    /** Whether it can be an address at all; an export writes "-" where it knows none. */
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final PassContext pass;
    private final Outbox outbox;
    private final Map<Letter, List<Case>> letters = new LinkedHashMap<>();
    private final List<Case> unreachable = new ArrayList<>();

    Notices(PassContext pass, Outbox outbox) {
        this.pass = pass;
        this.outbox = outbox;
    }

    /** Puts the notice on the pile; a case that nobody can be asked about is moved at once. */
    void add(Case open, CaseEffect effect) {
        switch (effect) {
            case CaseEffect.Announce announce ->
                address(
                        open,
                        announce.ask(),
                        recipient -> new Letter(
                                What.ANNOUNCE,
                                announce.channel(),
                                recipient,
                                announce.template(),
                                announce.stage(),
                                0,
                                announce.deadline()));
            case CaseEffect.Remind remind ->
                address(
                        open,
                        remind.ask(),
                        recipient -> new Letter(
                                What.REMIND,
                                remind.channel(),
                                recipient,
                                remind.template(),
                                remind.stage(),
                                remind.number(),
                                remind.deadline()));
            case CaseEffect.Tell tell ->
                address(
                        open,
                        List.of(tell.message().to()),
                        recipient -> new Letter(
                                What.TELL,
                                tell.message().channel(),
                                recipient,
                                tell.message().template(),
                                tell.step(),
                                0,
                                null));
            case CaseEffect.Perform e -> throw notANotice(e);
            case CaseEffect.GiveBack e -> throw notANotice(e);
            case CaseEffect.Offboard e -> throw notANotice(e);
            case CaseEffect.OpenRestore e -> throw notANotice(e);
        }
    }

    /** Sends everything on the pile and returns the cases that moved. */
    List<Case> send() {
        List<Case> moved = new ArrayList<>(unreachable);
        unreachable.clear();
        List<Outbox.Draft> drafts = new ArrayList<>();
        letters.forEach((letter, about) -> {
            pass.progress().doing("telling " + about.size() + " account(s) by " + letter.channel());
            NoticePayload payload = payload(letter, about);
            if (payload != null) {
                drafts.add(new Outbox.Draft(payload, about));
            }
        });
        moved.addAll(outbox.send(drafts));
        letters.clear();
        return moved;
    }

    /** Where the owner is asked and cannot be, nobody is told of a deadline. */
    private void address(Case open, List<String> ask, Function<String, Letter> letter) {
        Case known = ask.contains(ReviewStage.OWNER) ? withAddress(open) : open;
        if (known == null) {
            return;
        }
        for (String asked : ask) {
            String recipient = asked.equals(ReviewStage.OWNER)
                    ? Objects.requireNonNull(known.address()).toLowerCase(Locale.ROOT)
                    : asked;
            List<Case> about = letters.computeIfAbsent(letter.apply(recipient), key -> new ArrayList<>());
            if (!about.contains(known)) {
                about.add(known);
            }
        }
    }

    /**
     * The case with an address; null when that could not be found out now, or when there is none (it has moved then). What
     * the application itself knows comes before what an export told, and is looked up anew for every announcement.
     */
    private @Nullable Case withAddress(Case open) {
        String address = open.address();
        if (!isAnnounced(open)) {
            try {
                FindsAddresses finder = pass.remotes().addresses(open.subject().application());
                String known = finder == null ? null : finder.fetchAddress(open.account());
                address = known == null ? address : known;
            } catch (ConnectorException e) {
                pass.warn("the address of " + open.subject() + " could not be looked up; tried again at the next pass: "
                        + e.getMessage());
                return null;
            }
        }
        if (address == null || !ADDRESS.matcher(address).matches()) {
            noAddress(open, address);
            return null;
        }
        return open.withAddress(address);
    }

    private static boolean isAnnounced(Case open) {
        return !(open.state() instanceof Reviewing reviewing) || reviewing.announcement() != null;
    }

    private void noAddress(Case open, @Nullable String address) {
        String detail = address == null || address.isBlank() ? "no address" : "no address ('" + address + "' is none)";
        Move move = pass.life(open).unreachable(open, HoldReason.NO_ADDRESS, detail);
        if (!move.changes(open)) {
            move = tellNobody(open, detail);
        }
        outbox.save(open, move);
        if (move.changes(open)) {
            unreachable.add(move.next());
        }
    }

    /** After the removal the want of an address stops nothing: the step counts as passed over. */
    private Move tellNobody(Case open, String detail) {
        CaseEffect effect =
                pass.life(open).look(open, new Finding.Unknown(detail)).effect();
        return effect instanceof CaseEffect.Tell tell
                ? pass.life(open).told(open, tell.step(), "nobody was told: " + detail)
                : new Move(open, "", null);
    }

    /** Null where the template cannot be filled; the cases wait as they are, and the others go on. */
    private @Nullable NoticePayload payload(Letter letter, List<Case> about) {
        Workflow document = pass.document(about.getFirst());
        Values values = Values.of(document, about, letter.deadline());
        Templates.Rendered rendered;
        try {
            rendered = pass.templates().render(letter.template(), values.forTemplates());
        } catch (EngineException e) {
            pass.warn("workflow " + document.name() + " could not tell about case "
                    + about.stream().map(one -> Long.toString(one.id())).collect(Collectors.joining(", "))
                    + "; tried again at the next pass: " + e.getMessage());
            return null;
        }
        return new NoticePayload(
                letter.channel(),
                letter.what(),
                letter.number(),
                letter.reminder(),
                letter.deadline() == null ? "" : letter.deadline().toString(),
                letter.recipient(),
                letter.template(),
                values.plain(),
                rendered.subject(),
                rendered.text(),
                rendered.html());
    }

    private static IllegalArgumentException notANotice(CaseEffect effect) {
        return new IllegalArgumentException("not a notice: " + effect);
    }

    /** What makes two notices one message. */
    private record Letter(
            What what,
            String channel,
            String recipient,
            String template,
            int number,
            int reminder,
            @Nullable Instant deadline) {}
}
