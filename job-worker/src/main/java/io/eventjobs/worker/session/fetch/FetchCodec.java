package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;

/** A fetched resource as a checkpoint: the headers of its response, and its body unchanged. */
record FetchCodec<R>(FetchRequest request, ResourceParser<R> parser, Predicate<R> isUsable)
        implements CheckpointCodec<ParsedResource<R>, StoredResponse> {
    ParsedResource<R> parsed(FetchedResource fetched) throws IOException, InterruptedException {
        return new ParsedResource<>(fetched, Sha256.of(fetched.file()), parser.parse(fetched));
    }

    /** The address without its fragment, which is never sent. */
    String requested() {
        return request.address().strip().split("#", 2)[0];
    }

    @Override
    public String subject() {
        return request.address();
    }

    @Override
    public Class<StoredResponse> valueType() {
        return StoredResponse.class;
    }

    @Override
    public boolean isComplete(ParsedResource<R> result) {
        return result.fetched().mayBeStored() && isUsable.test(result.parsed());
    }

    @Override
    public StoredResponse encode(ParsedResource<R> result) {
        return StoredResponse.of(request.address(), result);
    }

    @Override
    public List<Path> files(ParsedResource<R> result) {
        return List.of(result.fetched().file());
    }

    @Override
    public ParsedResource<R> decode(StoredResponse value, List<Path> files)
            throws IOException, InterruptedException, UnusableCheckpointException {
        if (files.size() != 1) {
            throw new UnusableCheckpointException("it has " + files.size() + " bodies");
        }
        Files.move(files.getFirst(), request.target(), StandardCopyOption.REPLACE_EXISTING);
        FetchedResource stored = value.with(request.target(), Files.size(request.target()));
        return new ParsedResource<>(stored, value.sha256(), parser.parse(stored));
    }
}
