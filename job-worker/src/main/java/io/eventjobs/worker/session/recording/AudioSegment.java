package io.eventjobs.worker.session.recording;

/**
 * A part of the audio that is sent in one call. Neighbours overlap, so that a word at the cut is complete in one of them.
 *
 * @param startMillis where it starts
 * @param endMillis where it ends, exclusive
 * @param cutMillis the cut between the segment before and this one: between the start of this and the end of that
 */
public record AudioSegment(long startMillis, long endMillis, long cutMillis) {
    public long millis() {
        return endMillis - startMillis;
    }
}
