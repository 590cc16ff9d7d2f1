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

/** Something made of a body as it is kept: what the host said of the body, and what the maker keeps. */
record DerivedCodec<T, V>(DerivedFetch<T, V> derivation) implements CheckpointCodec<ParsedResource<T>, DerivedCodec.Kept> {
    @Override
    public String subject() {
        return derivation.form().subject();
    }

    @Override
    public Class<Kept> valueType() {
        return Kept.class;
    }

    @Override
    public boolean isFinished(ParsedResource<T> result) {
        return result.fetched().mayBeStored() && derivation.form().isFinished(result.read());
    }

    @Override
    public Kept value(ParsedResource<T> result) {
        return new Kept(
                StoredResponse.of(derivation.request().address(), result),
                result.fetched().bytes(),
                WireFormat.mapper().valueToTree(derivation.form().value(result.read())));
    }

    @Override
    public List<Path> files(ParsedResource<T> result) {
        return derivation.form().files(result.read());
    }

    @Override
    public ParsedResource<T> restored(Kept value, List<Path> files) throws IOException, UnusableCheckpointException {
        try {
            V made = WireFormat.mapper()
                    .treeToValue(value.made(), derivation.form().valueType());
            return new ParsedResource<>(
                    value.facts().with(derivation.request().target(), value.bytes()),
                    value.facts().sha256(),
                    derivation.form().restored(made, files));
        } catch (JacksonException e) {
            throw new UnusableCheckpointException("what was made has another shape");
        }
    }

    /** What is kept. */
    record Kept(StoredResponse facts, long bytes, JsonNode made) {
        Kept {
            Objects.requireNonNull(facts, "facts");
            Objects.requireNonNull(made, "made");
        }
    }
}
