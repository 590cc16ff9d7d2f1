package io.eventjobs.worker.session.recording;

/** A supported format of recordings; ffmpeg is given its demuxer, so that nothing is ever read as a playlist. */
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
    /** With its index first. */
    MP4("mov", true),
    /** With its index last or at an unknown place: it can only be read as a whole. */
    MP4_INDEX_LAST("mov", false),
    AVI("avi", false),
    ASF("asf", false);

    private final String demuxer;
    private final boolean isStreamable;

    Container(String demuxer, boolean isStreamable) {
        this.demuxer = demuxer;
        this.isStreamable = isStreamable;
    }

    /** The name of ffmpeg's demuxer. */
    String demuxer() {
        return demuxer;
    }

    /** Whether it can be read from start to end without seeking. */
    boolean isStreamable() {
        return isStreamable;
    }
}
