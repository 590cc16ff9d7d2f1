package io.eventjobs.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Receives a response body as a stream, for content that is too large to be stored first. It is opened anew for each attempt;
 * what it received in an earlier attempt is void. Its stream is closed when the body ends or breaks off.
 */
@FunctionalInterface
public interface BodySink {
    /** Writes the body to the target file. */
    BodySink FILE = Files::newOutputStream;

    /**
     * Opens the stream for the next attempt's body. Its writes may throw {@link BodyRefusedException}, which ends the fetch.
     *
     * @param target {@link FetchRequest#target()}
     */
    OutputStream open(Path target) throws IOException;
}
