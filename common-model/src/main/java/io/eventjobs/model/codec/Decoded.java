package io.eventjobs.model.codec;

/** What came of reading bytes: a message, or why there is none. Reading never throws. */
public sealed interface Decoded<T> {
    /** A message of a version that this program reads. */
    record Message<T>(T value) implements Decoded<T> {}

    /** Bytes that are no message, or one of a version that this program does not read. */
    record Undecodable<T>(String reason) implements Decoded<T> {}
}
