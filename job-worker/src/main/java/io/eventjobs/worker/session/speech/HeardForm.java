package io.eventjobs.worker.session.speech;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.nio.file.Path;
import java.util.List;

/** What was heard in one segment, as it is kept: by its sound, whatever recording that is from. */
record HeardForm(String subject) implements CheckpointCodec<Heard, HeardForm.Kept> {
    /** To be counted up whenever something else is read from the same answer. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("hearing", 2);

    @Override
    public Class<Kept> valueType() {
        return Kept.class;
    }

    @Override
    public boolean isFinished(Heard result) {
        return !result.isEmpty();
    }

    @Override
    public Kept value(Heard result) {
        return new Kept(result.cues().stream().map(KeptCue::of).toList(), result.isTimed());
    }

    @Override
    public List<Path> files(Heard result) {
        return List.of();
    }

    @Override
    public Heard restored(Kept value, List<Path> files) {
        return new Heard(value.cues().stream().map(KeptCue::cue).toList(), value.isTimed());
    }

    /** What is kept. */
    record Kept(List<KeptCue> cues, boolean isTimed) {
        Kept {
            cues = List.copyOf(cues);
        }
    }
}
