package io.eventjobs.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the body of an answer as it comes, for what is too large to be stored before it is used. It is opened anew for each try,
 * and whatever it had of the try before is void. Its stream is closed when the body ends, and also when it breaks off.
 */
@FunctionalInterface
public interface BodySink {
    /** The body as it is. */
    BodySink FILE = Files::newOutputStream;

    /**
     * Where the next try's body goes. Writing may throw {@link BodyRefusedException}, which ends the fetch.
     *
     * @param target of the request
     */
    OutputStream open(Path target) throws IOException;
}
