package io.eventjobs.worker.session.speech;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.nio.file.Path;
import java.util.List;

/** The transcript of a segment as a checkpoint, found by the audio of the segment, independent of its recording. */
record SegmentTranscriptCodec(String subject)
        implements CheckpointCodec<SegmentTranscript, SegmentTranscriptCodec.Stored> {
    /** Its version is to be increased whenever the same response is read differently. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("hearing", 2);

    @Override
    public Class<Stored> valueType() {
        return Stored.class;
    }

    @Override
    public boolean isComplete(SegmentTranscript result) {
        return !result.isEmpty();
    }

    @Override
    public Stored encode(SegmentTranscript result) {
        return new Stored(result.cues().stream().map(StoredCue::of).toList(), result.isTimed());
    }

    @Override
    public List<Path> files(SegmentTranscript result) {
        return List.of();
    }

    @Override
    public SegmentTranscript decode(Stored value, List<Path> files) {
        return new SegmentTranscript(value.cues().stream().map(StoredCue::cue).toList(), value.isTimed());
    }

    /** The part stored as JSON. */
    record Stored(List<StoredCue> cues, boolean isTimed) {
        Stored {
            cues = List.copyOf(cues);
        }
    }
}
