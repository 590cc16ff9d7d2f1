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

/** The bytes of one recording: held back until its format is known, then given on to where that format is read from. */
final class RecordingSink extends OutputStream {
    private final Ffmpeg ffmpeg;
    private final RecordingLimits limits;
    private final Path folder;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable Container container;
    private @Nullable OutputStream rest;
    private @Nullable ChildProcess process;
    private long filed;
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
        if (rest != null) {
            giveOn(bytes, offset, length);
            return;
        }
        start.write(bytes, offset, length);
        if (start.size() >= ContainerDetector.ENOUGH) {
            decide();
        }
    }

    /** Only the file: whether the recording is whole the process must not be told before it is known. */
    @Override
    public void close() throws IOException {
        if (rest != null && process == null) {
            rest.close();
        }
    }

    /** Lets the recording be read to its end. */
    ChildProcess.Exit finish() throws IOException, InterruptedException {
        if (rest == null) {
            decide();
        }
        close();
        if (process == null) {
            process = ffmpeg.soundOfFile(Objects.requireNonNull(container), limits, folder);
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
        byte[] held = start.toByteArray();
        Container known = ContainerDetector.container(held)
                .orElseThrow(() -> new BodyRefusedException("It is " + ContainerDetector.otherwise(held) + "."));
        container = known;
        if (known.isStreamable()) {
            process = ffmpeg.soundOfStream(known, limits, folder);
            rest = process.input();
        } else {
            rest = Files.newOutputStream(folder.resolve(Ffmpeg.RECORDING));
        }
        start.reset();
        giveOn(held, 0, held.length);
    }

    private void giveOn(byte[] bytes, int offset, int length) throws IOException {
        OutputStream to = Objects.requireNonNull(rest);
        if (process == null) {
            filed += length;
            if (filed > limits.diskBytes()) {
                throw new BodyRefusedException("Its format can only be read as a whole, and it is larger than "
                        + limits.diskBytes() + " bytes.");
            }
            to.write(bytes, offset, length);
            return;
        }
        try {
            to.write(bytes, offset, length);
            // What ffmpeg does not read it must not wait for in a buffer either.
            to.flush();
        } catch (IOException e) {
            throw unread(process);
        }
    }

    /** The process ended before its input. */
    private IOException unread(ChildProcess ended) throws IOException {
        try {
            ChildProcess.Exit exit = ended.exit();
            if (exit.outOfTime()) {
                return new BodyRefusedException("The recording took too long to read.");
            }
            hasEnough = exit.isSuccess();
            return hasEnough ? new BodyRefusedException("It is longer than is taken.") : unreadable(exit);
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
