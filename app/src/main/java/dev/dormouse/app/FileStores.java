package dev.dormouse.app;

import dev.dormouse.core.config.Configuration;
import dev.dormouse.core.config.PlainSettings;
import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.FileStoreProvider;
import dev.dormouse.spi.Settings;
import dev.dormouse.spi.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Opens each file with the store of its scheme; a name without a scheme lies in the configuration's folder. */
final class FileStores implements FileStore {

    private static final String FOLDER = "file";

    private final Configuration configuration;
    private final Map<String, FileStore> stores = new HashMap<>();

    FileStores(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<StoredFile> find(String pattern) {
        int end = pattern.indexOf("://");
        return store(end < 0 ? FOLDER : pattern.substring(0, end)).find(pattern);
    }

    /** Opens every store that the configuration has a section for, so that the faults in it are found. */
    void openAll() {
        ServiceLoader.load(FileStoreProvider.class).forEach(provider -> {
            if (!configuration.section(provider.scheme()).keys().isEmpty()) {
                store(provider.scheme());
            }
        });
    }

    private synchronized FileStore store(String scheme) {
        return stores.computeIfAbsent(scheme, this::open);
    }

    private FileStore open(String scheme) {
        Settings settings = scheme.equals(FOLDER)
                ? PlainSettings.of(Map.of("folder", configuration.folder().toString()))
                : configuration.section(scheme);
        return ServiceLoader.load(FileStoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(() -> new SettingsException("files of the form " + scheme + "://... cannot be opened"))
                .open(settings);
    }
}
