package io.eventjobs.model.codec;

/** The outcome of decoding bytes: a message, or the reason why there is none. */
public sealed interface Decoded<T> {
    /** A message of a supported version. */
    record Message<T>(T value) implements Decoded<T> {}

    /** Bytes that are not a message, or a message of an unsupported version. */
    record Undecodable<T>(String reason) implements Decoded<T> {}
}
