package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseLife;
import dev.dormouse.core.cases.CaseState.Reviewing;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.Intent.Kind;
import dev.dormouse.core.ledger.Intent.Result;
import dev.dormouse.core.workflow.ReviewStage;
import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Message;
import dev.dormouse.spi.Reaction;
import dev.dormouse.spi.SendsMessages.Receipt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends messages, each of them once: intent, sending, outcome. A sending whose end is not known stays an intent without
 * an outcome, and {@link Recovery} settles it.
 */
final class Outbox {

    private final PassContext pass;
    private final Writer writer;
    private final Set<String> closedChannels = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();

    Outbox(PassContext pass) {
        this.pass = pass;
        this.writer = new Writer(pass);
    }

    /**
     * Sends notices and returns the cases that moved, each as it stands now. All of them are written down before the
     * first goes out: when the process dies in between, nobody who was to be asked is forgotten.
     */
    List<Case> send(List<Draft> drafts) {
        List<Draft> open = drafts.stream()
                .filter(one -> !closedChannels.contains(one.payload().channel()))
                .toList();
        List<Intent> intents = open.stream().map(this::intent).toList();
        List<Case> addressed = open.stream().flatMap(this::newlyAddressed).toList();
        if (intents.isEmpty()) {
            return List.of();
        }
        pass.ledger().write(transaction -> {
            intents.forEach(transaction::intend);
            addressed.forEach(transaction::save);
            return intents;
        });
        Map<Long, Case> moved = new LinkedHashMap<>();
        for (int i = 0; i < intents.size(); i++) {
            deliver(intents.get(i), open.get(i).payload()).forEach(one -> moved.put(one.id(), one));
        }
        holdHalfTold().forEach(one -> moved.put(one.id(), one));
        return List.copyOf(moved.values());
    }

    /** A notice before it is written down. */
    record Draft(NoticePayload payload, List<Case> about) {}

    /** A letter to one of several that the channel calls wrong. */
    private record Refused(Intent intent, NoticePayload payload, String detail) {}

    private Intent intent(Draft draft) {
        List<Long> ids = draft.about().stream().map(Case::id).toList();
        String workflow = draft.about().getFirst().workflow();
        String key = pass.freshKey(key(workflow, draft.payload(), ids));
        return new Intent(key, Kind.NOTICE, workflow, ids, draft.payload().toJson(), pass.now(), null);
    }

    /** What is kept of the cases at hand is the address alone: another letter may have moved them meanwhile. */
    private Stream<Case> newlyAddressed(Draft draft) {
        return draft.about().stream()
                .filter(one -> one.address() != null)
                .map(one -> {
                    Case kept = pass.ledger().findCase(one.id());
                    return kept == null ? one : kept.withAddress(one.address());
                })
                .filter(Case::isOpen);
    }

    /** Sends what is already intended. */
    List<Case> deliver(Intent intent, NoticePayload payload) {
        if (closedChannels.contains(payload.channel())) {
            return notTaken(intent, payload, "the channel takes nothing more in this pass");
        }
        Message message = payload.message(intent.key());
        try {
            Receipt receipt = pass.remotes().channel(payload.channel()).sender().send(message);
            return sent(intent, payload, receipt);
        } catch (ConnectorException e) {
            return notSent(intent, payload, e);
        } catch (EngineException notConfigured) {
            return stopChannel(intent, payload, notConfigured);
        }
    }

    List<Case> sent(Intent intent, NoticePayload payload, Receipt receipt) {
        Result result = new Result("sent", "sent by " + payload.channel(), receipt.remoteId(), pass.now());
        return finish(intent, result, one -> afterSending(one, payload, intent.key()));
    }

    private List<Case> notSent(Intent intent, NoticePayload payload, ConnectorException e) {
        return switch (e.reaction()) {
            case Reaction.Gone gone ->
                finish(
                        intent,
                        new Result("refused", e.getMessage(), "", pass.now()),
                        one -> refused(one, payload, e.getMessage()));
            case Reaction.Unavailable unavailable -> {
                pass.warn("it is not known whether a message went out by " + payload.channel()
                        + "; settled at the next pass: " + e.getMessage());
                yield List.of();
            }
            case Reaction.RetryAfter later -> stopChannel(intent, payload, e);
            case Reaction.Forbidden forbidden -> stopChannel(intent, payload, e);
            case Reaction.Invalid invalid -> {
                pass.warn("a message was not sent by " + payload.channel() + ": " + e.getMessage());
                if (isToOneOfSeveral(intent, payload)) {
                    refused.add(new Refused(intent, payload, e.getMessage()));
                    yield List.of();
                }
                yield notTaken(intent, payload, e.getMessage());
            }
        };
    }

    private List<Case> stopChannel(Intent intent, NoticePayload payload, RuntimeException e) {
        closedChannels.add(payload.channel());
        pass.warn("nothing more is sent by " + payload.channel() + " in this pass: " + e.getMessage());
        return notTaken(intent, payload, Objects.requireNonNullElse(e.getMessage(), "refused"));
    }

    /** What certainly did not go out begins again at the next pass, under a new key; unless nothing would begin it. */
    private List<Case> notTaken(Intent intent, NoticePayload payload, String detail) {
        return staysOpen(intent, payload)
                ? List.of()
                : finish(intent, new Result("failed", detail, "", pass.now()), Outbox::stay);
    }

    /**
     * A digest is told from where the last one ended. A stage counts as announced when the first letter is out, so where
     * several are asked {@link Recovery} sees to it that each of them is told, or all of them anew.
     */
    private boolean staysOpen(Intent intent, NoticePayload payload) {
        return switch (payload.what()) {
            case ANNOUNCE ->
                about(intent).stream()
                        .anyMatch(one -> asksSeveral(one, payload)
                                || CaseLife.isAnnounced(one, payload.number(), Instant.parse(payload.deadline())));
            case DIGEST -> true;
            case REMIND, TELL -> false;
        };
    }

    private boolean isToOneOfSeveral(Intent intent, NoticePayload payload) {
        return payload.what() == NoticePayload.What.ANNOUNCE
                && about(intent).stream().anyMatch(one -> asksSeveral(one, payload));
    }

    /**
     * Holds the cases of which others were told when a letter was refused. Called when all letters are out, as theirs may
     * follow. The letter is tried again as long as it is the only one for one of its cases.
     */
    List<Case> holdHalfTold() {
        List<Case> moved = new ArrayList<>();
        for (Refused one : refused) {
            NoticePayload payload = one.payload();
            Instant deadline = Instant.parse(payload.deadline());
            Function<Case, Move> hold = about ->
                    pass.life(about).notSent(about, payload.number(), deadline, payload.recipient(), one.detail());
            if (about(one.intent()).stream().anyMatch(about -> isUntold(about, payload))) {
                about(one.intent()).forEach(about -> save(about, hold.apply(about)));
                continue;
            }
            moved.addAll(finish(one.intent(), new Result("failed", one.detail(), "", pass.now()), hold));
        }
        refused.clear();
        return moved;
    }

    private static boolean isUntold(Case one, NoticePayload payload) {
        return one.state() instanceof Reviewing reviewing
                && reviewing.stage() == payload.number()
                && reviewing.announcement() == null;
    }

    private boolean asksSeveral(Case one, NoticePayload payload) {
        List<ReviewStage> stages = pass.document(one).review().stages();
        return payload.number() < stages.size() && stages.get(payload.number()).asksSeveral();
    }

    /** It is not sent any more. A stage of which others were told is asked anew, so that nobody is left out. */
    void giveUp(Intent intent, NoticePayload payload, String detail) {
        finish(intent, new Result("out-of-date", detail, "", pass.now()), one -> switch (payload.what()) {
            case ANNOUNCE -> pass.life(one).halfAsked(one, payload.number(), Instant.parse(payload.deadline()));
            case REMIND, TELL, DIGEST -> stay(one);
        });
    }

    /** The cases as they stand in the ledger move, never as somebody remembers them. */
    private List<Case> finish(Intent intent, Result result, Function<Case, Move> follow) {
        List<Case> about = about(intent);
        return pass.ledger().write(transaction -> {
            transaction.finish(intent.key(), result);
            List<Case> moved = new ArrayList<>();
            for (Case one : about) {
                Move move = follow.apply(one);
                if (move.changes(one)) {
                    moved.add(writer.save(transaction, one, move));
                }
            }
            return moved;
        });
    }

    private List<Case> about(Intent intent) {
        return intent.cases().stream()
                .map(pass.ledger()::findCase)
                .filter(Objects::nonNull)
                .toList();
    }

    void save(Case before, Move move) {
        if (move.changes(before)) {
            pass.ledger().write(transaction -> writer.save(transaction, before, move));
        }
    }

    private Move afterSending(Case one, NoticePayload payload, String key) {
        return switch (payload.what()) {
            case ANNOUNCE ->
                pass.life(one)
                        .announced(one, payload.number(), Instant.parse(payload.deadline()), key, payload.recipient());
            case REMIND -> pass.life(one).reminded(one, payload.number(), payload.reminder());
            case TELL -> pass.life(one).told(one, payload.number(), "told by " + payload.channel());
            case DIGEST -> stay(one);
        };
    }

    private Move refused(Case one, NoticePayload payload, String detail) {
        return switch (payload.what()) {
            case ANNOUNCE, REMIND -> pass.life(one).refused(one, payload.recipient(), detail);
            case TELL -> pass.life(one).told(one, payload.number(), "nobody was told: " + detail);
            case DIGEST -> stay(one);
        };
    }

    private static Move stay(Case one) {
        return new Move(one, "", null);
    }

    /** The same notice about the same cases always has the same key. */
    private static String key(String workflow, NoticePayload payload, List<Long> ids) {
        String content = String.join(
                "|",
                workflow,
                payload.channel(),
                payload.what().name(),
                Integer.toString(payload.number()),
                Integer.toString(payload.reminder()),
                payload.deadline(),
                payload.recipient(),
                payload.template(),
                ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return payload.what().name().toLowerCase(Locale.ROOT) + "-"
                    + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
