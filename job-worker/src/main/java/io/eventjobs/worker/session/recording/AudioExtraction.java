package io.eventjobs.worker.session.recording;

import io.eventjobs.document.process.ChildProcess;
import io.eventjobs.http.BodyRefusedException;
import io.eventjobs.http.BodySink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the audio of a recording: while the recording is received if its format allows that, else from a file that it is
 * written to first, within the limits. For one fetch, including its retries; for one thread.
 */
public final class AudioExtraction implements BodySink, AutoCloseable {
    private final Ffmpeg ffmpeg;
    private final RecordingLimits limits;
    private final Path folder;
    private @Nullable RecordingSink sink;

    /** @param folder of its own, empty */
    public AudioExtraction(Ffmpeg ffmpeg, RecordingLimits limits, Path folder) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
        this.folder = folder;
    }

    /** The file that the audio will be in. */
    public Path target() {
        return folder.resolve(Ffmpeg.AUDIO);
    }

    @Override
    public OutputStream open(Path target) throws IOException {
        close();
        sink = new RecordingSink(ffmpeg, limits, folder);
        return sink;
    }

    /**
     * The audio of what was received.
     *
     * @throws BodyRefusedException if there is none in it
     */
    public ExtractedAudio audio() throws IOException, InterruptedException {
        RecordingSink received = sink;
        if (received == null) {
            throw new IllegalStateException("nothing was fetched");
        }
        ChildProcess.Exit exit = received.finish();
        Files.deleteIfExists(folder.resolve(Ffmpeg.RECORDING));
        if (exit.outOfTime()) {
            throw new BodyRefusedException("The recording took too long to read.");
        }
        if (!exit.isSuccess()) {
            throw RecordingSink.unreadable(exit);
        }
        return FfmpegOutput.read(folder, limits)
                .orElseThrow(() -> new BodyRefusedException("There is no sound in the recording."));
    }

    /** Whether the recording is longer than what is used of it: the audio is there, although the rest was refused. */
    public boolean hasEnough() {
        return sink != null && sink.hasEnough();
    }

    @Override
    public void close() throws IOException {
        if (sink != null) {
            sink.abandon();
            sink = null;
        }
        Files.deleteIfExists(folder.resolve(Ffmpeg.RECORDING));
    }
}
