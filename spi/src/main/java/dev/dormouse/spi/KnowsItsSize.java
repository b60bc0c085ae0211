package dev.dormouse.spi;

/** Capability: says roughly how much there is to read, without reading it, so that the longest reading begins first. */
public interface KnowsItsSize {

    /** Bytes, or as many as take as long; 0 where it cannot be told. */
    long bytes();
}
