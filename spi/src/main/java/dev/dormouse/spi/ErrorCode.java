package dev.dormouse.spi;

/** One kind of failure of one connector; implemented by an enum such as {@code GitHubErrorCode}. */
public interface ErrorCode {

    String name();

    ErrorKind kind();
}
