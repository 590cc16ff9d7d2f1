package io.eventjobs.worker.session.fetch;

import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What was derived from a body as a checkpoint: the headers of the response, and the result in its own codec. */
record DerivedCodec<T, V>(DerivedFetch<T, V> fetch) implements CheckpointCodec<ParsedResource<T>, DerivedCodec.Stored> {
    @Override
    public String subject() {
        return fetch.codec().subject();
    }

    @Override
    public Class<Stored> valueType() {
        return Stored.class;
    }

    @Override
    public boolean isComplete(ParsedResource<T> result) {
        return result.fetched().mayBeStored() && fetch.codec().isComplete(result.parsed());
    }

    @Override
    public Stored encode(ParsedResource<T> result) {
        return new Stored(
                StoredResponse.of(fetch.request().address(), result),
                result.fetched().bytes(),
                WireFormat.mapper().valueToTree(fetch.codec().encode(result.parsed())));
    }

    @Override
    public List<Path> files(ParsedResource<T> result) {
        return fetch.codec().files(result.parsed());
    }

    @Override
    public ParsedResource<T> decode(Stored value, List<Path> files)
            throws IOException, InterruptedException, UnusableCheckpointException {
        try {
            V made = WireFormat.mapper().treeToValue(value.made(), fetch.codec().valueType());
            return new ParsedResource<>(
                    value.facts().with(fetch.request().target(), value.bytes()),
                    value.facts().sha256(),
                    fetch.codec().decode(made, files));
        } catch (JacksonException e) {
            throw new UnusableCheckpointException("the derived result has another shape");
        }
    }

    /** The part stored as JSON. */
    record Stored(StoredResponse facts, long bytes, JsonNode made) {
        Stored {
            Objects.requireNonNull(facts, "facts");
            Objects.requireNonNull(made, "made");
        }
    }
}
