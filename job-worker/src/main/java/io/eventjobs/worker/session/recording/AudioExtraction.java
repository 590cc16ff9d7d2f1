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
 * Takes a recording as it comes and makes a sound of it: while it comes, where its format allows that; else it is put into a
 * file first, within the quota. For one fetch, with all its tries; for one thread.
 */
public final class AudioExtraction implements BodySink, AutoCloseable {
    private final Ffmpeg ffmpeg;
    private final RecordingLimits limits;
    private final Path folder;
    private @Nullable RecordingSink intake;

    /** @param folder of its own, empty */
    public AudioExtraction(Ffmpeg ffmpeg, RecordingLimits limits, Path folder) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
        this.folder = folder;
    }

    /** Where the sound will be. */
    public Path target() {
        return folder.resolve(Ffmpeg.SOUND);
    }

    @Override
    public OutputStream open(Path target) throws IOException {
        close();
        intake = new RecordingSink(ffmpeg, limits, folder);
        return intake;
    }

    /**
     * The sound of what came.
     *
     * @throws BodyRefusedException when there is none in it
     */
    public ExtractedAudio sound() throws IOException, InterruptedException {
        RecordingSink all = intake;
        if (all == null) {
            throw new IllegalStateException("nothing was fetched");
        }
        ChildProcess.Exit exit = all.finish();
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

    /** Whether more came than is taken: the sound is there, though the fetch was refused. */
    public boolean hasEnough() {
        return intake != null && intake.hasEnough();
    }

    @Override
    public void close() throws IOException {
        if (intake != null) {
            intake.abandon();
            intake = null;
        }
        Files.deleteIfExists(folder.resolve(Ffmpeg.RECORDING));
    }
}
