package io.eventjobs.worker.session.speech;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.transcript.Chapter;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The transcript of a recording as a checkpoint. */
record RecordingTranscriptCodec(String address)
        implements CheckpointCodec<RecordingTranscript, RecordingTranscriptCodec.Stored> {
    /** Its version is to be increased whenever the same recording and service yield something else. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("speech", 2);

    @Override
    public String subject() {
        return address;
    }

    @Override
    public Class<Stored> valueType() {
        return Stored.class;
    }

    @Override
    public boolean isComplete(RecordingTranscript result) {
        return result.warnings().isEmpty() && !result.cues().isEmpty();
    }

    @Override
    public Stored encode(RecordingTranscript result) {
        return new Stored(
                result.cues().stream().map(StoredCue::of).toList(),
                result.chapters().stream()
                        .map(chapter -> new StoredChapter(chapter.startMillis(), chapter.title()))
                        .toList());
    }

    @Override
    public List<Path> files(RecordingTranscript result) {
        return List.of();
    }

    @Override
    public RecordingTranscript decode(Stored value, List<Path> files) {
        return new RecordingTranscript(
                value.cues().stream().map(StoredCue::cue).toList(),
                value.chapters().stream()
                        .map(chapter -> new Chapter(chapter.startMillis(), chapter.title()))
                        .toList(),
                List.of());
    }

    /** The part stored as JSON. */
    record Stored(List<StoredCue> cues, List<StoredChapter> chapters) {
        Stored {
            cues = List.copyOf(cues);
            chapters = List.copyOf(chapters);
        }
    }

    /** A {@link Chapter} as JSON. */
    record StoredChapter(long startMillis, String title) {
        StoredChapter {
            Objects.requireNonNull(title, "title");
        }
    }
}
