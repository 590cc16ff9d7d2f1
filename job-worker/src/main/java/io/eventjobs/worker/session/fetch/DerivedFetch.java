package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.BodySink;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.io.IOException;
import java.util.List;

/**
 * A fetch of a body that is too large to be stored: only what is derived from it is.
 *
 * @param request its target is the file that the sink leaves behind
 * @param step that derives the result
 * @param inputs what the result depends on, apart from the body
 * @param codec of the result
 * @param <T> the result
 * @param <V> the result as JSON
 */
public record DerivedFetch<T, V>(
        FetchRequest request,
        CheckpointKey.Step step,
        List<String> inputs,
        CheckpointCodec<T, V> codec,
        Maker<T> maker) {
    public DerivedFetch {
        inputs = List.copyOf(inputs);
    }

    /** The address without its fragment, which is never sent. */
    String requested() {
        return request.address().strip().split("#", 2)[0];
    }

    /** Receives a body and derives the result from it. */
    public interface Maker<T> extends BodySink {
        /** The result of the last body that was received. */
        T make() throws IOException, InterruptedException;

        /** Whether the part of the last body that was received is enough for a result, although the rest was refused. */
        boolean hasEnough();
    }
}
