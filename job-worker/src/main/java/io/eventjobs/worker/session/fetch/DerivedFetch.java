package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.BodySink;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.io.IOException;
import java.util.List;

/**
 * Something that is made of a body which is too large to be kept.
 *
 * @param request its target is what the sink leaves behind
 * @param step that makes it
 * @param inputs what it follows from, beside the body
 * @param form what is kept of it
 * @param <T> what is made
 * @param <V> what is kept of it as JSON
 */
public record DerivedFetch<T, V>(
        FetchRequest request,
        CheckpointKey.Step step,
        List<String> inputs,
        CheckpointCodec<T, V> form,
        Maker<T> maker) {
    public DerivedFetch {
        inputs = List.copyOf(inputs);
    }

    /** The address without fragment, for that is never asked for. */
    String asked() {
        return request.address().strip().split("#", 2)[0];
    }

    /** Takes a body, and makes something of it. */
    public interface Maker<T> extends BodySink {
        /** What the last body that was taken makes. */
        T make() throws IOException, InterruptedException;

        /** Whether the beginning of the last body is all that is wanted, though the rest was refused. */
        boolean hasEnough();
    }
}
