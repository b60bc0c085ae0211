package dev.dormouse.connectors.files;

import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzip stream that is read to its very end. The JDK's own silently ignores what follows a finished member and is not
 * itself a whole one, which is what a concatenated file looks like when it was cut within the head of a later member.
 */
final class WholeGzip extends GZIPInputStream {

    private static final int TRAILER = 8;

    private final PeekStream packed;

    WholeGzip(PeekStream packed) throws IOException {
        super(packed, 1 << 16);
        this.packed = packed;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0 && (inf.getRemaining() > TRAILER || packed.read() >= 0)) {
            throw new ZipException("bytes follow the end of the compressed data");
        }
        return read;
    }
}
