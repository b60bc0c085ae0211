package dev.dormouse.connectors.files;

import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.connectors.files.LogReader.Task;
import dev.dormouse.connectors.files.mapping.Extraction;
import dev.dormouse.connectors.files.mapping.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * A log as Parquet, row by row as JSON; a line is the number of a row. DuckDB, which the program has anyway, is started for
 * such files alone. It wants a file of its own to jump in.
 */
final class ParquetLog {

    private static final int SAMPLE = 100;

    private final FeedFile file;

    ParquetLog(FeedFile file) {
        this.file = file;
    }

    Row.End read(LogReader reader, Row.Sink sink) throws IOException {
        Path copy = Files.createTempFile("dormouse-", ".parquet");
        try {
            Files.copy(file.content(), copy, StandardCopyOption.REPLACE_EXISTING);
            return read(copy, reader, sink);
        } catch (SQLException e) {
            throw file.cutOff(1, 1, "it is no whole Parquet file");
        } finally {
            Files.delete(copy);
        }
    }

    private Row.End read(Path copy, LogReader reader, Row.Sink sink) throws SQLException {
        try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                PreparedStatement query =
                        duck.prepareStatement("SELECT CAST(to_json(t) AS VARCHAR) FROM read_parquet(?) t")) {
            duck.createStatement().execute("SET TimeZone = 'UTC'");
            query.setString(1, copy.toString());
            try (ResultSet rows = query.executeQuery()) {
                return read(rows, reader, sink);
            }
        }
    }

    private Row.End read(ResultSet rows, LogReader reader, Row.Sink sink) throws SQLException {
        List<String> first = new ArrayList<>();
        while (first.size() < SAMPLE && rows.next()) {
            first.add(rows.getString(1));
        }
        if (first.isEmpty()) {
            return Row.End.CUT_OFF;
        }
        Task task = reader.recognise(file, sink, extraction -> first.forEach(row -> extract(row, extraction)));
        Mapping.Reading reading = task.mapping().new Reading(task.now());
        long[] number = new long[1];
        Extraction extraction = new Extraction(
                task.mapping(),
                task.ids(),
                (values, line, column) -> sink.found(new Row(number[0], 0, reading.of(values))));
        for (String row : first) {
            number[0]++;
            extract(row, extraction);
        }
        while (rows.next()) {
            number[0]++;
            extract(rows.getString(1), extraction);
        }
        return Row.End.WHOLE;
    }

    private static void extract(String row, Extraction extraction) {
        try (JsonParser json = Extraction.JSON.createParser(row)) {
            json.nextToken();
            extraction.root(json);
        } catch (IOException e) {
            throw new UncheckedIOException("what DuckDB wrote is no JSON", e);
        }
    }
}
