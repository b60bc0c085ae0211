package dev.dormouse.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the configuration, read key by key. {@code ${NAME}} in a value has been replaced from the environment.
 * A key that nobody asked for is reported as unknown by the program, so ask for every key there can be.
 */
public interface Settings {

    /** @throws SettingsException where the key is absent or not a plain value */
    String text(String key);

    @Nullable
    String findText(String key);

    default String text(String key, String otherwise) {
        String found = findText(key);
        return found == null ? otherwise : found;
    }

    /** A list of plain values; a single plain value counts as a list of one; absent is empty. */
    List<String> texts(String key);

    /** @throws SettingsException where the value is not a whole number */
    int number(String key, int otherwise);

    /** The mapping under the key; an empty one where the key is absent. */
    Settings section(String key);

    /** The mappings of a list under the key; a single mapping counts as a list of one; absent is empty. */
    List<Settings> sections(String key);

    /** Whether a mapping stands under the key, or a list whose first item is one. */
    boolean hasSections(String key);

    /**
     * Reads other text in the language of the configuration. Nothing is replaced from the environment there.
     *
     * @param name begins every message about it, for example the name of its file
     * @throws SettingsException for every fault of the text, with its line and column
     */
    Settings document(String name, String text);

    /** The keys of this mapping in the order of the file. */
    List<String> keys();

    boolean has(String key);

    /** An exception that names file, line and column of the key, to be thrown by the caller. */
    SettingsException fault(String key, String message);
}
