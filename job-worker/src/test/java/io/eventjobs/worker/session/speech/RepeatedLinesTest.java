package io.eventjobs.worker.session.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.transcript.Cue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {
    @Test
    void areKeptOnceWhereTheyGoOnAndOn() {
        assertThat(once("Hello.", "Thank you.", "thank you", "Thank you!", "THANK YOU.", "Bye."))
                .containsExactly("Hello.", "Thank you.", "Bye.");
    }

    @Test
    void areKeptWherePeopleRepeatThemselves() {
        assertThat(once("No.", "No.", "No!", "Yes.", "No.")).containsExactly("No.", "No.", "No!", "Yes.", "No.");
    }

    @Test
    void areKeptOnceInEachLoop() {
        assertThat(once("a", "a", "a", "a", "b", "b", "b", "b", "b")).containsExactly("a", "b");
    }

    private static List<String> once(String... lines) {
        List<Cue> cues = new ArrayList<>();
        for (String line : lines) {
            cues.add(new Cue(cues.size() * 1_000L, cues.size() * 1_000L + 900, null, line));
        }
        return RepeatedLines.removed(new SegmentTranscript(cues, true)).cues().stream()
                .map(Cue::text)
                .toList();
    }
}
