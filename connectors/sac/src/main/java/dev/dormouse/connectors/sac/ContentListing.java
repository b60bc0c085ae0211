package dev.dormouse.connectors.sac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.spi.ActivitySink;
import dev.dormouse.spi.Sighting;
import dev.dormouse.spi.Sighting.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /api/v1/Repositories} with {@code createdBy} and {@code ancestorPath}. Private content belongs to the
 * user whose folder it is in, everything else to who created it.
 */
final class ContentListing {

    private static final JsonFactory JSON = new JsonFactory();

    private final ActivitySink sink;
    private long records;

    ContentListing(ActivitySink sink) {
        this.sink = sink;
    }

    long records() {
        return records;
    }

    void read(Export export, InputStream content) throws IOException {
        JsonExport.read(export, content, this::resource);
    }

    private void resource(JsonRecord resource) {
        records++;
        List<String> ancestors = ancestors(resource.at("ancestorPath"));
        if (ancestors == null) {
            sink.problem(resource.problem("ancestorPath is no list of folders, so nobody knows whose content this is"));
            return;
        }
        String owner = ContentPath.of(ancestors).privateTo();
        if (owner != null && !owner.isEmpty()) {
            sink.sighting(new Sighting.Owns(owner, Visibility.PRIVATE));
            return;
        }
        String creator = resource.text("createdBy");
        if (owner == null && !creator.isEmpty()) {
            sink.sighting(new Sighting.Owns(creator, Visibility.PUBLIC));
        }
    }

    /** A list, or a list written as JSON in a text; null where it is neither. */
    private static @Nullable List<String> ancestors(@Nullable Object path) {
        if (path instanceof List<?> list) {
            List<String> folders = new ArrayList<>();
            for (Object folder : list) {
                if (!(folder instanceof String name)) {
                    return null;
                }
                folders.add(name);
            }
            return folders;
        }
        return path instanceof String text ? parse(text) : path == null ? List.of() : null;
    }

    private static @Nullable List<String> parse(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return null;
            }
            List<String> folders = new ArrayList<>();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                folders.add(parser.getText());
            }
            return parser.currentToken() == JsonToken.END_ARRAY ? folders : null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
