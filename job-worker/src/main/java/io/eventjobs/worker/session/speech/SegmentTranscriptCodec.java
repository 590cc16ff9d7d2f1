package io.eventjobs.worker.session.speech;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.nio.file.Path;
import java.util.List;

/** What was heard in one segment, as it is kept: by its sound, whatever recording that is from. */
record SegmentTranscriptCodec(String subject) implements CheckpointCodec<SegmentTranscript, SegmentTranscriptCodec.Kept> {
    /** To be counted up whenever something else is read from the same answer. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("hearing", 2);

    @Override
    public Class<Kept> valueType() {
        return Kept.class;
    }

    @Override
    public boolean isFinished(SegmentTranscript result) {
        return !result.isEmpty();
    }

    @Override
    public Kept value(SegmentTranscript result) {
        return new Kept(result.cues().stream().map(StoredCue::of).toList(), result.isTimed());
    }

    @Override
    public List<Path> files(SegmentTranscript result) {
        return List.of();
    }

    @Override
    public SegmentTranscript restored(Kept value, List<Path> files) {
        return new SegmentTranscript(value.cues().stream().map(StoredCue::cue).toList(), value.isTimed());
    }

    /** What is kept. */
    record Kept(List<StoredCue> cues, boolean isTimed) {
        Kept {
            cues = List.copyOf(cues);
        }
    }
}
