package io.eventjobs.worker.session.speech;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.transcript.Chapter;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What was recognized in a whole recording, as it is kept. */
record RecordingTranscriptCodec(String address) implements CheckpointCodec<RecordingTranscript, RecordingTranscriptCodec.Kept> {
    /** To be counted up whenever something else is made of the same recording by the same service. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("speech", 2);

    @Override
    public String subject() {
        return address;
    }

    @Override
    public Class<Kept> valueType() {
        return Kept.class;
    }

    @Override
    public boolean isFinished(RecordingTranscript result) {
        return result.warnings().isEmpty() && !result.cues().isEmpty();
    }

    @Override
    public Kept value(RecordingTranscript result) {
        return new Kept(
                result.cues().stream().map(StoredCue::of).toList(),
                result.chapters().stream()
                        .map(chapter -> new KeptChapter(chapter.startMillis(), chapter.title()))
                        .toList());
    }

    @Override
    public List<Path> files(RecordingTranscript result) {
        return List.of();
    }

    @Override
    public RecordingTranscript restored(Kept value, List<Path> files) {
        return new RecordingTranscript(
                value.cues().stream().map(StoredCue::cue).toList(),
                value.chapters().stream()
                        .map(chapter -> new Chapter(chapter.startMillis(), chapter.title()))
                        .toList(),
                List.of());
    }

    /** What is kept. */
    record Kept(List<StoredCue> cues, List<KeptChapter> chapters) {
        Kept {
            cues = List.copyOf(cues);
            chapters = List.copyOf(chapters);
        }
    }

    /** What is kept of a {@link Chapter}. */
    record KeptChapter(long startMillis, String title) {
        KeptChapter {
            Objects.requireNonNull(title, "title");
        }
    }
}
