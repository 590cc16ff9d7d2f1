package io.eventjobs.worker.session.recording;

import io.eventjobs.document.process.ChildProcess;
import io.eventjobs.document.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs {@code ffmpeg} on untrusted recordings. It opens no address and no file but the ones named here: the demuxer is given, the
 * only protocol is the pipe or the one file, and video is never decoded. Where the system permits, it sees no other file and no network.
 * Thread-safe.
 */
public final class Ffmpeg {
    static final String AUDIO = "sound.flac";
    static final String SILENCES = "silences.txt";
    static final String CHAPTERS = "chapters.txt";
    static final String RECORDING = "recording";

    private static final int SAMPLES_PER_SECOND = 16_000;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CUT_TIMEOUT = Duration.ofMinutes(2);
    private static final long MAX_MEMORY = 2L << 30;
    private static final Pattern VERSION = Pattern.compile("ffmpeg version ([0-9A-Za-z.+~_-]{1,60})");

    /** A silence is quieter and longer than this: no room is entirely still. */
    private static final String FIND_SILENCES =
            "silencedetect=noise=-35dB:duration=0.35,ametadata=mode=print:file=" + SILENCES;

    private final String program;
    private final String version;
    private final Sandbox sandbox;

    private Ffmpeg(String program, String version, Sandbox sandbox) {
        this.program = program;
        this.version = version;
        this.sandbox = sandbox;
    }

    /** The one on the path, if it runs. Starts a process, so it is to be called once. */
    public static Optional<Ffmpeg> installed() {
        return of("ffmpeg");
    }

    /** @param program name or path */
    static Optional<Ffmpeg> of(String program) {
        try {
            Path folder = Files.createTempDirectory("ffmpeg-");
            try {
                ChildProcess.Exit exit = ChildProcess.run(
                        List.of(program, "-version"), limits(START_TIMEOUT, 1 << 20), folder, START_TIMEOUT);
                Matcher version = VERSION.matcher(exit.output());
                return version.find()
                        ? Optional.of(new Ffmpeg(program, version.group(1), sandbox(program)))
                        : Optional.empty();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Where the program is visible; it is looked for on the path unless it is given by its path. */
    private static Sandbox sandbox(String program) {
        return Sandbox.find(program.contains("/") ? List.of(Path.of(program)) : List.of());
    }

    public String version() {
        return version;
    }

    /** Extracts the audio of a recording that is written to its standard input. */
    ChildProcess audioOfStream(Container container, RecordingLimits limits, Path folder) throws IOException {
        return audio(container, "pipe:0", "pipe", limits, folder);
    }

    /** Extracts the audio of the recording in the folder. */
    ChildProcess audioOfFile(Container container, RecordingLimits limits, Path folder) throws IOException {
        return audio(container, "file:" + RECORDING, "file", limits, folder);
    }

    private ChildProcess audio(Container container, String input, String protocol, RecordingLimits limits, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "-hide_banner", "-nostdin", "-y"));
        command.addAll(List.of("-loglevel", "error", "-protocol_whitelist", protocol));
        command.addAll(List.of("-f", container.demuxer(), "-vn", "-sn", "-dn", "-i", input));
        command.addAll(List.of("-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1"));
        command.addAll(
                List.of("-af", FIND_SILENCES, "-t", seconds(limits.maxDuration().toMillis())));
        command.addAll(flac(AUDIO));
        command.addAll(List.of("-map_metadata", "0", "-f", "ffmetadata", CHAPTERS));
        return ChildProcess.start(
                sandbox.command(folder, command),
                limits(limits.timeout(), limits.diskBytes()),
                folder,
                limits.timeout());
    }

    /** Cuts a segment out of the audio; its file is in the same folder. */
    public Path segment(ExtractedAudio audio, AudioSegment segment) throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(audio.file().toAbsolutePath().getParent());
        String name = "segment-" + segment.startMillis() + ".flac";
        List<String> command = new ArrayList<>(List.of(program, "-hide_banner", "-nostdin", "-y"));
        command.addAll(List.of("-loglevel", "error", "-protocol_whitelist", "file", "-f", "flac"));
        command.addAll(List.of("-ss", seconds(segment.startMillis()), "-t", seconds(segment.millis())));
        command.addAll(List.of("-i", "file:" + audio.file().getFileName(), "-map_metadata", "-1"));
        command.addAll(flac(name));
        ChildProcess.Exit exit =
                ChildProcess.run(sandbox.command(folder, command), limits(CUT_TIMEOUT, 64 << 20), folder, CUT_TIMEOUT);
        if (!exit.isSuccess()) {
            throw new IOException("ffmpeg cannot cut audio that it made itself: " + exit.output());
        }
        return folder.resolve(name);
    }

    private static List<String> flac(String file) {
        return List.of(
                "-ac",
                "1",
                "-ar",
                String.valueOf(SAMPLES_PER_SECOND),
                "-sample_fmt",
                "s16",
                "-c:a",
                "flac",
                "-fflags",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-f",
                "flac",
                "file:" + file);
    }

    private static ChildProcess.Limits limits(Duration time, long fileBytes) {
        return new ChildProcess.Limits(time, MAX_MEMORY, fileBytes);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1_000, millis % 1_000);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }
}
