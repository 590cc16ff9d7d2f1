package io.eventjobs.worker.session.transcript;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transcript as it is kept: its paragraphs, so that no host is asked again for what it did not have either. */
record TranscriptCodec() implements CheckpointCodec<TranscriptFinder.Found, TranscriptCodec.Text> {
    /** To be counted up whenever other paragraphs are made of the same subtitles, or other places are preferred. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("transcript", 3);

    @Override
    public String subject() {
        return "the subtitles of the session";
    }

    @Override
    public Class<Text> valueType() {
        return Text.class;
    }

    /** With a warning there was a better place, which may answer the next time. */
    @Override
    public boolean isFinished(TranscriptFinder.Found result) {
        return !result.transcript().isEmpty() && result.warnings().isEmpty();
    }

    @Override
    public Text value(TranscriptFinder.Found result) {
        return new Text(
                result.transcript().source(),
                result.transcript().passages().stream()
                        .map(passage -> new Paragraph(passage.startMillis(), passage.voice(), passage.text()))
                        .toList());
    }

    @Override
    public List<Path> files(TranscriptFinder.Found result) {
        return List.of();
    }

    @Override
    public TranscriptFinder.Found restored(Text value, List<Path> files) {
        List<Passage> passages = value.paragraphs().stream()
                .map(paragraph -> new Passage(paragraph.startMillis(), paragraph.voice(), paragraph.text()))
                .toList();
        return new TranscriptFinder.Found(new Transcript(passages, value.source()), List.of(), List.of());
    }

    /** What is kept of a transcript. */
    record Text(String source, List<Paragraph> paragraphs) {
        Text {
            Objects.requireNonNull(source, "source");
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** What is kept of a {@link Passage}. */
    record Paragraph(@Nullable Long startMillis, @Nullable String voice, String text) {
        Paragraph {
            Objects.requireNonNull(text, "text");
        }
    }
}
