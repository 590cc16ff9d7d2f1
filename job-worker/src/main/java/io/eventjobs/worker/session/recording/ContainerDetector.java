package io.eventjobs.worker.session.recording;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Detects the format of a recording by its first bytes. File names and content types are not trusted. */
final class ContainerDetector {
    /** This many bytes suffice. */
    static final int BYTES = 64 << 10;

    private static final int PACKET = 188;
    private static final int BOX_HEADER = 8;

    private final byte[] bytes;

    private ContainerDetector(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The format; empty if it is not a supported one. */
    static Optional<Container> container(byte[] start) {
        return Optional.ofNullable(new ContainerDetector(start).container());
    }

    /** The actual kind of the file, as the object of a sentence. */
    static String description(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, 1_024), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("#ext")
                || text.startsWith("ffconcat")
                || text.contains("<mpd")
                || text.startsWith("[playlist]")) {
            return "a playlist, and only recordings themselves are read";
        }
        return text.startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<")
                ? "a page, not a recording"
                : "no recording of a known format";
    }

    private @Nullable Container container() {
        if (startsWith(0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return Container.MATROSKA;
        }
        if (names(0, "OggS")) {
            return Container.OGG;
        }
        if (names(0, "fLaC")) {
            return Container.FLAC;
        }
        if (names(0, "RIFF") || names(0, "RF64")) {
            return names(8, "WAVE") ? Container.WAV : names(8, "AVI ") ? Container.AVI : null;
        }
        if (names(0, "FLV")) {
            return Container.FLV;
        }
        if (startsWith(0, 0x00, 0x00, 0x01, 0xBA)) {
            return Container.PROGRAM_STREAM;
        }
        if (startsWith(0, 0x30, 0x26, 0xB2, 0x75)) {
            return Container.ASF;
        }
        if (startsWith(0, 0x47) && startsWith(PACKET, 0x47) && startsWith(2 * PACKET, 0x47)) {
            return Container.TRANSPORT_STREAM;
        }
        return names(4, "ftyp") || names(4, "moov") ? mp4() : frames();
    }

    /** Depends on whether the index or the content comes first. */
    private Container mp4() {
        long at = 0;
        while (at + BOX_HEADER <= bytes.length) {
            if (names((int) at + 4, "moov")) {
                return Container.MP4;
            }
            long size = size((int) at);
            if (size < BOX_HEADER || names((int) at + 4, "mdat")) {
                break;
            }
            at += size;
        }
        return Container.MP4_INDEX_LAST;
    }

    private @Nullable Container frames() {
        if (names(0, "ID3")) {
            return Container.MP3;
        }
        if (bytes.length < 4 || (bytes[0] & 0xFF) != 0xFF) {
            return null;
        }
        int second = bytes[1] & 0xFF;
        if ((second & 0xF6) == 0xF0) {
            return Container.AAC;
        }
        // Layer III of any version, with a bit rate that exists.
        return (second & 0xE6) == 0xE2 && (bytes[2] & 0xF0) != 0xF0 ? Container.MP3 : null;
    }

    private long size(int at) {
        long size = 0;
        for (int i = 0; i < 4; i++) {
            size = size << 8 | bytes[at + i] & 0xFF;
        }
        return size;
    }

    private boolean names(int at, String word) {
        return startsWith(at, word.chars().toArray());
    }

    private boolean startsWith(int at, int... wanted) {
        if (at + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
