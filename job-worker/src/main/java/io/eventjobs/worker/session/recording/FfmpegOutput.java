package io.eventjobs.worker.session.recording;

import io.eventjobs.transcript.Chapter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files that ffmpeg wrote of a recording. */
final class FfmpegOutput {
    private static final int MAX_SILENCES = 200_000;
    private static final Pattern SILENCE = Pattern.compile("lavfi\\.silence_(start|end)=(-?\\d{1,9}(?:\\.\\d{1,9})?)");

    /** Offset of the length in the first block of a FLAC file: rate in 20 bits, 8 more, samples in 36. */
    private static final int LENGTH_OFFSET = 18;

    private FfmpegOutput() {}

    /** The audio in a folder; empty if there is none. */
    static Optional<ExtractedAudio> read(Path folder, RecordingLimits limits) throws IOException {
        Path file = folder.resolve(Ffmpeg.AUDIO);
        long millis = Files.exists(file) ? millis(file) : 0;
        if (millis == 0) {
            return Optional.empty();
        }
        return Optional.of(new ExtractedAudio(
                file,
                millis,
                silences(folder.resolve(Ffmpeg.SILENCES), millis),
                chapters(folder.resolve(Ffmpeg.CHAPTERS)),
                millis >= limits.maxDuration().toMillis()));
    }

    private static long millis(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LENGTH_OFFSET + Long.BYTES);
            if (start.length < LENGTH_OFFSET + Long.BYTES) {
                return 0;
            }
            long bits = ByteBuffer.wrap(start, LENGTH_OFFSET, Long.BYTES).getLong();
            long rate = bits >>> 44;
            long samples = bits & (1L << 36) - 1;
            return rate == 0 ? 0 : samples * 1_000 / rate;
        }
    }

    /** A silence without an end lasts to the end of the recording. */
    private static List<Silence> silences(Path file, long millis) throws IOException {
        List<Silence> silences = new ArrayList<>();
        long start = -1;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine();
                    line != null && silences.size() < MAX_SILENCES;
                    line = lines.readLine()) {
                Matcher matcher = SILENCE.matcher(line);
                if (!matcher.find()) {
                    continue;
                }
                long at = Math.max(0, Math.round(Double.parseDouble(matcher.group(2)) * 1_000));
                if (matcher.group(1).equals("start")) {
                    start = at;
                } else if (start >= 0) {
                    silences.add(new Silence(start, Math.max(start, at)));
                    start = -1;
                }
            }
        }
        if (start >= 0 && start < millis) {
            silences.add(new Silence(start, millis));
        }
        return silences;
    }

    private static List<Chapter> chapters(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) <= 1 << 20
                ? ChapterMetadata.read(Files.readString(file, StandardCharsets.UTF_8))
                : List.of();
    }
}
