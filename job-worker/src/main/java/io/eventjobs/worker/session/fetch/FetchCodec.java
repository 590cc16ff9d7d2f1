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

/** A fetch as it is kept: what the host said of it, and the body as it came. */
record FetchCodec<R>(FetchRequest request, ResourceParser<R> reading, Predicate<R> isUsable)
        implements CheckpointCodec<ParsedResource<R>, StoredResponse> {
    ParsedResource<R> read(FetchedResource fetched) throws IOException {
        return new ParsedResource<>(fetched, Sha256.of(fetched.file()), reading.read(fetched));
    }

    /** The address without fragment, for that is never asked for. */
    String asked() {
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
    public boolean isFinished(ParsedResource<R> result) {
        return result.fetched().mayBeStored() && isUsable.test(result.read());
    }

    @Override
    public StoredResponse value(ParsedResource<R> result) {
        return StoredResponse.of(request.address(), result);
    }

    @Override
    public List<Path> files(ParsedResource<R> result) {
        return List.of(result.fetched().file());
    }

    @Override
    public ParsedResource<R> restored(StoredResponse value, List<Path> files)
            throws IOException, UnusableCheckpointException {
        if (files.size() != 1) {
            throw new UnusableCheckpointException("it has " + files.size() + " bodies");
        }
        Files.move(files.getFirst(), request.target(), StandardCopyOption.REPLACE_EXISTING);
        FetchedResource kept = value.with(request.target(), Files.size(request.target()));
        return new ParsedResource<>(kept, value.sha256(), reading.read(kept));
    }
}
