package dev.dormouse.connectors.files;

import java.io.IOException;

/** Takes the files of one feed, one after the other. One object for one reading. */
interface FileReader {

    /** @throws IOException when the bytes cannot be had; what is wrong with them is a ConnectorException */
    void read(FeedFile file) throws IOException;
}
