package io.eventjobs.worker.session.transcript;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transcript as a checkpoint, so that addresses that had none are not asked again. */
record TranscriptCodec() implements CheckpointCodec<TranscriptFinder.Found, TranscriptCodec.Text> {
    /** Its version is to be increased whenever the same subtitles yield other paragraphs, or the order of addresses changes. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("transcript", 4);

    @Override
    public String subject() {
        return "the subtitles of the session";
    }

    @Override
    public Class<Text> valueType() {
        return Text.class;
    }

    /** A warning means that a better source failed, which may work the next time. */
    @Override
    public boolean isComplete(TranscriptFinder.Found result) {
        return !result.transcript().isEmpty() && result.warnings().isEmpty();
    }

    @Override
    public Text encode(TranscriptFinder.Found result) {
        return new Text(
                result.transcript().source(),
                result.transcript().passages().stream()
                        .map(passage -> new Paragraph(passage.startMillis(), passage.voice(), passage.text()))
                        .toList(),
                result.remarks());
    }

    @Override
    public List<Path> files(TranscriptFinder.Found result) {
        return List.of();
    }

    @Override
    public TranscriptFinder.Found decode(Text value, List<Path> files) {
        List<Passage> passages = value.paragraphs().stream()
                .map(paragraph -> new Passage(paragraph.startMillis(), paragraph.voice(), paragraph.text()))
                .toList();
        return new TranscriptFinder.Found(
                new Transcript(passages, value.source()), value.remarks(), List.of(), List.of(), false);
    }

    /** A transcript as JSON. */
    record Text(String source, List<Paragraph> paragraphs, List<String> remarks) {
        Text {
            Objects.requireNonNull(source, "source");
            paragraphs = List.copyOf(paragraphs);
            remarks = List.copyOf(remarks);
        }
    }

    /** A {@link Passage} as JSON. */
    record Paragraph(@Nullable Long startMillis, @Nullable String voice, String text) {
        Paragraph {
            Objects.requireNonNull(text, "text");
        }
    }
}
