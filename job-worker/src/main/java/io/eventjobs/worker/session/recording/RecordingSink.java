package io.eventjobs.worker.session.recording;

import io.eventjobs.document.process.ChildProcess;
import io.eventjobs.http.BodyRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Receives a recording: holds its first bytes until the format is known, then passes all on to ffmpeg or to a file. */
final class RecordingSink extends OutputStream {
    private final Ffmpeg ffmpeg;
    private final RecordingLimits limits;
    private final Path folder;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable Container container;
    private @Nullable OutputStream target;
    private @Nullable ChildProcess process;
    private long fileBytes;
    private boolean hasEnough;

    RecordingSink(Ffmpeg ffmpeg, RecordingLimits limits, Path folder) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
        this.folder = folder;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (target != null) {
            passOn(bytes, offset, length);
            return;
        }
        start.write(bytes, offset, length);
        if (start.size() >= ContainerDetector.BYTES) {
            decide();
        }
    }

    /** Closes the file only: ffmpeg must not see the end of its input before the recording is known to be complete. */
    @Override
    public void close() throws IOException {
        if (target != null && process == null) {
            target.close();
        }
    }

    /** Ends the input, and waits for ffmpeg. */
    ChildProcess.Exit finish() throws IOException, InterruptedException {
        if (target == null) {
            decide();
        }
        close();
        if (process == null) {
            process = ffmpeg.audioOfFile(Objects.requireNonNull(container), limits, folder);
        }
        return process.finish();
    }

    boolean hasEnough() {
        return hasEnough;
    }

    void abandon() throws IOException {
        close();
        if (process != null) {
            process.close();
        }
    }

    private void decide() throws IOException {
        byte[] first = start.toByteArray();
        Container known = ContainerDetector.container(first)
                .orElseThrow(() -> new BodyRefusedException("It is " + ContainerDetector.description(first) + "."));
        container = known;
        if (known.isStreamable()) {
            process = ffmpeg.audioOfStream(known, limits, folder);
            target = process.input();
        } else {
            target = Files.newOutputStream(folder.resolve(Ffmpeg.RECORDING));
        }
        start.reset();
        passOn(first, 0, first.length);
    }

    private void passOn(byte[] bytes, int offset, int length) throws IOException {
        OutputStream to = Objects.requireNonNull(target);
        if (process == null) {
            fileBytes += length;
            if (fileBytes > limits.diskBytes()) {
                throw new BodyRefusedException("Its format can only be read as a whole, and it is larger than "
                        + limits.diskBytes() + " bytes.");
            }
            to.write(bytes, offset, length);
            return;
        }
        try {
            to.write(bytes, offset, length);
            // ffmpeg must not have to wait for bytes that are still in a buffer.
            to.flush();
        } catch (IOException e) {
            throw endedEarly(process);
        }
    }

    /** The process ended before its input did. */
    private IOException endedEarly(ChildProcess ended) throws IOException {
        try {
            ChildProcess.Exit exit = ended.exit();
            if (exit.outOfTime()) {
                return new BodyRefusedException("The recording took too long to read.");
            }
            hasEnough = exit.isSuccess();
            return hasEnough ? new BodyRefusedException("It is longer than the maximum duration.") : unreadable(exit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IOException("interrupted while ffmpeg ended", e);
        }
    }

    static BodyRefusedException unreadable(ChildProcess.Exit exit) {
        boolean isSilent = exit.output().contains("matches no streams");
        return new BodyRefusedException(
                isSilent ? "There is no sound in the recording." : "The recording cannot be read: it is broken.");
    }
}
