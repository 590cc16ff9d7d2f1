package io.eventjobs.transcript;

import java.util.List;

/**
 * The cues of a file.
 *
 * @param cues in the order of their start
 * @param warnings what was left out, each the end of a sentence
 */
record ParsedCues(List<Cue> cues, List<String> warnings) {
    ParsedCues {
        cues = List.copyOf(cues);
        warnings = List.copyOf(warnings);
    }
}
