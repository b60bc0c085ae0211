package dev.dormouse.engine;

import dev.dormouse.core.cases.Case;
import dev.dormouse.core.cases.CaseState.HoldReason;
import dev.dormouse.core.cases.Move;
import dev.dormouse.core.ledger.Intent;
import dev.dormouse.core.ledger.Intent.Kind;
import dev.dormouse.core.ledger.Intent.Result;
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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends messages, each of them once: intent, sending, outcome. A sending whose end is not known stays an intent without
 * an outcome, and {@link Recovery} settles it.
 */
final class Outbox {

    private final PassContext pass;
    private final Writer writer;
    private final Set<String> closedChannels = new HashSet<>();

    Outbox(PassContext pass) {
        this.pass = pass;
        this.writer = new Writer(pass);
    }

    /** Sends one notice about some cases and returns those that moved by it. */
    List<Case> send(NoticePayload payload, List<Case> about) {
        if (closedChannels.contains(payload.channel())) {
            return List.of();
        }
        List<Long> ids = about.stream().map(Case::id).toList();
        Case first = about.getFirst();
        String key = pass.freshKey(key(first.workflow(), payload, ids));
        Intent intent = new Intent(key, Kind.NOTICE, first.workflow(), ids, payload.toJson(), pass.now(), null);
        pass.ledger().write(transaction -> {
            transaction.intend(intent);
            about.stream().filter(one -> one.address() != null).forEach(transaction::save);
            return key;
        });
        return deliver(intent, payload, about);
    }

    /** Sends what is already intended. */
    List<Case> deliver(Intent intent, NoticePayload payload, List<Case> about) {
        Message message = payload.message(intent.key());
        try {
            Receipt receipt = pass.remotes().channel(payload.channel()).sender().send(message);
            return sent(intent, payload, about, receipt);
        } catch (ConnectorException e) {
            return notSent(intent, payload, about, e);
        }
    }

    List<Case> sent(Intent intent, NoticePayload payload, List<Case> about, Receipt receipt) {
        Result result = new Result("sent", "sent by " + payload.channel(), receipt.remoteId(), pass.now());
        return finish(intent, result, about, one -> afterSending(one, payload, intent.key()));
    }

    private List<Case> notSent(Intent intent, NoticePayload payload, List<Case> about, ConnectorException e) {
        return switch (e.reaction()) {
            case Reaction.Gone gone ->
                finish(
                        intent,
                        new Result("refused", e.getMessage(), "", pass.now()),
                        about,
                        one -> refused(one, payload, e.getMessage()));
            case Reaction.Unavailable unavailable -> {
                pass.progress()
                        .warn("it is not known whether a message went out by " + payload.channel()
                                + "; settled at the next pass: " + e.getMessage());
                yield List.of();
            }
            case Reaction.RetryAfter later -> stopChannel(intent, payload, e);
            case Reaction.Forbidden forbidden -> stopChannel(intent, payload, e);
            case Reaction.Invalid invalid -> {
                pass.progress().warn("a message was not sent by " + payload.channel() + ": " + e.getMessage());
                yield finish(intent, new Result("failed", e.getMessage(), "", pass.now()), List.of(), Outbox::stay);
            }
        };
    }

    private List<Case> stopChannel(Intent intent, NoticePayload payload, ConnectorException e) {
        closedChannels.add(payload.channel());
        pass.progress().warn("nothing more is sent by " + payload.channel() + " in this pass: " + e.getMessage());
        return finish(intent, new Result("failed", e.getMessage(), "", pass.now()), List.of(), Outbox::stay);
    }

    private List<Case> finish(Intent intent, Result result, List<Case> about, Function<Case, Move> follow) {
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

    void save(Case before, Move move) {
        if (move.changes(before)) {
            pass.ledger().write(transaction -> writer.save(transaction, before, move));
        }
    }

    private Move afterSending(Case one, NoticePayload payload, String key) {
        return switch (payload.what()) {
            case ANNOUNCE ->
                pass.life(one).announced(one, payload.number(), Instant.parse(payload.deadline()), key, pass.now());
            case REMIND -> pass.life(one).reminded(one, payload.number(), payload.reminder());
            case TELL -> pass.life(one).told(one, payload.number(), "told by " + payload.channel());
            case DIGEST -> stay(one);
        };
    }

    private Move refused(Case one, NoticePayload payload, String detail) {
        return switch (payload.what()) {
            case ANNOUNCE, REMIND -> pass.life(one).unreachable(one, HoldReason.BOUNCED, detail);
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
            return payload.what().name().toLowerCase(java.util.Locale.ROOT) + "-"
                    + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
