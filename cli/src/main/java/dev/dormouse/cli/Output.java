package dev.dormouse.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three forms of an answer. */
enum Output {
    TABLE,
    JSON,
    CSV;

    /** Prints rows of equal length; a null cell is empty, and null in JSON. */
    void print(PrintWriter out, List<String> columns, List<? extends List<@Nullable String>> rows) {
        switch (this) {
            case TABLE -> Table.print(out, columns, rows);
            case CSV -> Csv.print(out, columns, rows);
            case JSON ->
                json(out, generator -> {
                    generator.writeStartArray();
                    for (List<@Nullable String> row : rows) {
                        object(generator, columns, row);
                    }
                    generator.writeEndArray();
                });
        }
        out.flush();
    }

    static void object(JsonGenerator generator, List<String> names, List<@Nullable String> values) throws IOException {
        generator.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            generator.writeStringField(names.get(i), values.get(i));
        }
        generator.writeEndObject();
    }

    static void json(PrintWriter out, JsonWork work) {
        try (JsonGenerator generator = new JsonFactory()
                .createGenerator(out)
                .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                .setPrettyPrinter(new DefaultPrettyPrinter())) {
            work.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the answer", e);
        }
        out.println();
        out.flush();
    }

    interface JsonWork {

        void write(JsonGenerator generator) throws IOException;
    }
}
