package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.connectors.files.LogBlocks.Block;
import dev.dormouse.connectors.files.LogBlocks.Layout;
import dev.dormouse.connectors.files.LogReader.Task;
import dev.dormouse.connectors.files.mapping.Extraction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** A log as JSON: lines, arrays, pages. Blocks of it are read by several threads and told in order. */
final class JsonLog {

    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private static final ThreadFactory DAEMONS = work -> {
        Thread thread = new Thread(work, "log reader");
        thread.setDaemon(true);
        return thread;
    };

    private final FeedFile file;
    private Place reached = Place.BEGIN;
    private boolean cutOff;

    JsonLog(FeedFile file) {
        this.file = file;
    }

    /** Whether JSON follows comments, or a mark of the order of bytes. */
    static boolean begins(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        return text.startsWith("#")
                && text.lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .findFirst()
                        .filter(line -> line.startsWith("{"))
                        .isPresent();
    }

    Row.End read(LogReader reader, Row.Sink sink) throws IOException {
        InputStream in = inUtf8(file);
        Layout layout = layout(file.start());
        LogBlocks blocks = new LogBlocks(in, layout);
        Block first = blocks.next();
        if (first == null) {
            return Row.End.CUT_OFF;
        }
        Task task = reader.recognise(file, sink, extraction -> sample(first, layout, extraction));
        if (first.last()) {
            tell(new BlockWork(layout, task).read(first), sink);
        } else {
            readAll(first, blocks, layout, task, sink);
        }
        return cutOff || blocks.endsOpen() ? Row.End.CUT_OFF : Row.End.WHOLE;
    }

    private static void sample(Block first, Layout layout, Extraction extraction) {
        new BlockReading(first, layout, extraction, (line, column, reason, open) -> {}).read();
    }

    private void readAll(Block first, LogBlocks blocks, Layout layout, Task task, Row.Sink sink) throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS, DAEMONS)) {
            Deque<Future<BlockWork.Result>> waiting = new ArrayDeque<>();
            Queue<BlockWork> idle = new ConcurrentLinkedQueue<>();
            for (Block block = first; block != null; block = blocks.next()) {
                Block one = block;
                waiting.add(workers.submit(() -> {
                    BlockWork known = idle.poll();
                    BlockWork work = known == null ? new BlockWork(layout, task) : known;
                    BlockWork.Result result = work.read(one);
                    idle.add(work);
                    return result;
                }));
                if (waiting.size() > 2 * THREADS) {
                    BlockWork.Result result = result(waiting.remove());
                    tell(result, sink);
                    blocks.reuse(result.block());
                }
            }
            while (!waiting.isEmpty()) {
                tell(result(waiting.remove()), sink);
            }
        }
    }

    private static BlockWork.Result result(Future<BlockWork.Result> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a reader failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a log", e);
        }
    }

    private void tell(BlockWork.Result result, Row.Sink sink) {
        for (Row row : result.rows()) {
            sink.found(reached.row(row));
        }
        reached = reached.after(result.end());
        cutOff |= result.cutOff();
    }

    /** Lines where the first one, or else the second, is a record of its own. */
    private static Layout layout(byte[] start) {
        List<String> lines = new String(start, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.startsWith("\uFEFF") ? line.substring(1).strip() : line.strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(2)
                .toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith("{")) {
            return Layout.VALUES;
        }
        boolean whole = isWhole(lines.getFirst());
        boolean single = lines.size() == 1;
        return whole || (!single && lines.getLast().startsWith("{")) || (single && start.length >= 4096)
                ? Layout.LINES
                : Layout.VALUES;
    }

    private static boolean isWhole(String line) {
        try (JsonParser json = Extraction.JSON.createParser(line)) {
            JsonToken token = json.nextToken();
            json.skipChildren();
            return token == JsonToken.START_OBJECT && json.currentToken() == JsonToken.END_OBJECT;
        } catch (JsonProcessingException _) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("text in memory cannot be read", e);
        }
    }

    /** What comes as UTF-16, as Windows likes to write, is small enough to be turned at once. */
    private static InputStream inUtf8(FeedFile file) throws IOException {
        byte[] start = file.start();
        boolean wide = start.length > 1 && ((start[0] == -2 && start[1] == -1) || (start[0] == -1 && start[1] == -2));
        if (wide) {
            String text = new String(file.content().readAllBytes(), StandardCharsets.UTF_16);
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
        if (start.length > 2 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            file.content().skipNBytes(3);
        }
        return file.content();
    }
}
