package dev.dormouse.spi;

/** Opens the files of one URI scheme, for example {@code s3}. Found with {@link java.util.ServiceLoader}. */
public interface FileStoreProvider {

    /** The part before {@code ://}, lower case. */
    String scheme();

    /** @param settings the section of the configuration with the name of the scheme; empty where there is none */
    FileStore open(Settings settings);
}
