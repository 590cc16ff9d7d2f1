package io.eventjobs.worker.session.recording;

/** A format of recordings that is read; its reader is named to ffmpeg, so that nothing is ever read as a playlist. */
enum Container {
    MATROSKA("matroska", true),
    OGG("ogg", true),
    MP3("mp3", true),
    AAC("aac", true),
    FLAC("flac", true),
    WAV("wav", true),
    FLV("flv", true),
    TRANSPORT_STREAM("mpegts", true),
    PROGRAM_STREAM("mpeg", true),
    /** Whose index comes first. */
    MP4("mov", true),
    /** Whose index comes last, or who knows where: nothing can be read before all is there. */
    MP4_INDEX_LAST("mov", false),
    AVI("avi", false),
    ASF("asf", false);

    private final String demuxer;
    private final boolean isStreamable;

    Container(String demuxer, boolean isStreamable) {
        this.demuxer = demuxer;
        this.isStreamable = isStreamable;
    }

    /** As ffmpeg calls what reads it. */
    String demuxer() {
        return demuxer;
    }

    /** Whether it can be read from its beginning to its end, never going back. */
    boolean isStreamable() {
        return isStreamable;
    }
}
