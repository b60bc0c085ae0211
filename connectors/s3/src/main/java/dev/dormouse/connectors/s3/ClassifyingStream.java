package dev.dormouse.connectors.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** The SDK fails with unchecked exceptions of its own in the middle of a stream, for example for a wrong checksum. */
final class ClassifyingStream extends FilterInputStream {

    private final String name;

    ClassifyingStream(InputStream in, String name) {
        super(in);
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (SdkException e) {
            throw S3Faults.of(name, e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (SdkException e) {
            throw S3Faults.of(name, e);
        }
    }
}
