package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Cue} as JSON in a checkpoint. */
record StoredCue(long startMillis, long endMillis, @Nullable String voice, String text) {
    StoredCue {
        Objects.requireNonNull(text, "text");
    }

    static StoredCue of(Cue cue) {
        return new StoredCue(cue.startMillis(), cue.endMillis(), cue.voice(), cue.text());
    }

    Cue cue() {
        return new Cue(startMillis, endMillis, voice, text);
    }
}
