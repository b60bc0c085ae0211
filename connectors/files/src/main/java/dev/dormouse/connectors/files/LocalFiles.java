package dev.dormouse.connectors.files;

import dev.dormouse.spi.FileStore;
import dev.dormouse.spi.FileStoreProvider;
import dev.dormouse.spi.Settings;
import java.nio.file.Path;

/** Opens the files of this machine. Setting: {@code folder}, to which relative names are relative. */
public final class LocalFiles implements FileStoreProvider {

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public FileStore open(Settings settings) {
        return new LocalFileStore(Path.of(settings.text("folder", ".")));
    }
}
