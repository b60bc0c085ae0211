package dev.dormouse.connectors.files;

import dev.dormouse.connectors.files.LogBlocks.Block;
import dev.dormouse.connectors.files.LogBlocks.Layout;
import dev.dormouse.connectors.files.LogReader.Task;
import dev.dormouse.connectors.files.mapping.Extraction;
import dev.dormouse.connectors.files.mapping.Finding;
import dev.dormouse.connectors.files.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes findings of one block. */
final class BlockWork implements Callable<BlockWork.Result> {

    private final Block block;
    private final Layout layout;
    private final Task task;
    private List<Row> rows = new ArrayList<>();
    private boolean nameless;
    private boolean cutOff;

    BlockWork(Block block, Layout layout, Task task) {
        this.block = block;
        this.layout = layout;
        this.task = task;
    }

    /** @param cutOff the text ends within its last record */
    record Result(List<Row> rows, boolean cutOff) {}

    @Override
    public Result call() {
        read(false);
        if (task.ids() && nameless) {
            // Some record has no name of its own: all must be digested to be told apart, which is rarely needed.
            rows = new ArrayList<>();
            cutOff = false;
            read(true);
        }
        return new Result(rows, cutOff);
    }

    private void read(boolean fingerprinted) {
        Mapping.Reading reading = task.mapping().new Reading(task.now());
        BlockReading[] records = new BlockReading[1];
        Extraction extraction = new Extraction(task.mapping(), fingerprinted, (values, line, column) -> {
            nameless |= !task.mapping().hasId(values);
            rows.add(new Row(records[0].line(line), records[0].column(line, column), reading.of(values)));
        });
        records[0] = new BlockReading(block, layout, extraction, (line, column, reason, open) -> {
            rows.add(new Row(line, column, new Finding.Unreadable(null, reason)));
            cutOff |= open;
        });
        records[0].read();
    }
}
