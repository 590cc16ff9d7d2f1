package io.eventjobs.worker.session.recording;

/**
 * A part of a sound that is sent at once. It begins somewhat before where the part before ends, so that a word there is whole in
 * one of the two.
 *
 * @param startMillis first that is sent
 * @param endMillis first that is not
 * @param cutMillis where its own part begins: between the start and where the segment before ends
 */
public record AudioSegment(long startMillis, long endMillis, long cutMillis) {
    public long millis() {
        return endMillis - startMillis;
    }
}
