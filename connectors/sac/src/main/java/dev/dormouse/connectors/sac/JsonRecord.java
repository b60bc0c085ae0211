package dev.dormouse.connectors.sac;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of a JSON export, with the place where it begins. */
record JsonRecord(Export export, int line, int column, Map<?, @Nullable Object> fields) {

    /** What stands under the names, one inside the other; null where there is nothing. */
    @Nullable
    Object at(String... names) {
        Object here = fields;
        for (String name : names) {
            here = here instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return here;
    }

    /** The text there; empty where there is none. */
    String text(String... names) {
        return at(names) instanceof String text ? text.strip() : "";
    }

    /** The texts of a list there, or the {@code value} of its objects. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (at(name) instanceof List<?> list) {
            for (Object element : list) {
                Object value = element instanceof Map<?, ?> map ? map.get("value") : element;
                if (value instanceof String text && !text.isBlank()) {
                    texts.add(text.strip());
                }
            }
        }
        return texts;
    }

    Problem problem(String what) {
        return export.problem(line, column, what);
    }

    ConnectorException wrong(String what) {
        return export.wrong(line, column, what);
    }
}
