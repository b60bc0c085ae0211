package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.LogBlocks.Block;
import dev.dormouse.connectors.files.LogBlocks.Layout;
import dev.dormouse.connectors.files.LogReader.Task;
import dev.dormouse.connectors.files.mapping.Extraction;
import dev.dormouse.connectors.files.mapping.Finding;
import dev.dormouse.connectors.files.mapping.Mapping;
import dev.dormouse.connectors.files.mapping.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes findings of one block after another, and remembers the names and words it has met. Not thread-safe. */
final class BlockWork {

    private final Layout layout;
    private final Task task;
    private final Mapping.Reading mapped;
    private final Extraction extraction;
    private final Extraction fingerprinting;
    private @Nullable BlockReading reading;
    private List<Row> rows = new ArrayList<>();
    private boolean mostlyNameless;
    private boolean cutOff;

    BlockWork(Layout layout, Task task) {
        this.layout = layout;
        this.task = task;
        mapped = task.mapping().new Reading(task.now());
        extraction = new Extraction(task.mapping(), false, this::record);
        fingerprinting = new Extraction(task.mapping(), true, this::record);
    }

    /**
     * @param rows with their places in the block
     * @param end where the block ends, in itself
     * @param cutOff the text ends within its last record
     * @param block is needed no longer
     */
    record Result(List<Row> rows, Place end, boolean cutOff, Block block) {}

    Result read(Block block) {
        // Where most records of the block before had no name of their own, it is not worth trying.
        boolean fingerprinted = task.ids() && mostlyNameless;
        long before = mapped.nameless();
        Place end = read(block, fingerprinted ? fingerprinting : extraction);
        long nameless = mapped.nameless() - before;
        mostlyNameless = 2 * nameless > rows.size();
        if (nameless > 0 && task.ids() && !fingerprinted) {
            // All must be digested to be told apart.
            end = read(block, fingerprinting);
        }
        return new Result(rows, end, cutOff, block);
    }

    private Place read(Block block, Extraction with) {
        rows = new ArrayList<>();
        cutOff = false;
        BlockReading next = new BlockReading(block, layout, with, (line, column, reason, open) -> {
            rows.add(new Row(line, column, new Finding.Unreadable(null, reason)));
            cutOff |= open;
        });
        reading = next;
        next.read();
        return next.place();
    }

    private void record(Values values, long line, long column) {
        BlockReading from = Objects.requireNonNull(reading);
        rows.add(new Row(from.line(line), from.column(line, column), mapped.of(values)));
    }
}
