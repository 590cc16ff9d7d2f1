package io.eventjobs.worker.session.attachment;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.DocumentReader;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.ReadingProgress;
import io.eventjobs.document.SourceDocument;
import io.eventjobs.document.archive.DocumentArchive;
import io.eventjobs.document.block.CleanText;
import io.eventjobs.document.process.BrokenFileException;
import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.worker.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;

/**
 * Reads the attachments of a job one after the other: numbers their pages consecutively, opens archives, and uses checkpoints. Not
 * thread-safe.
 */
public final class AttachmentCollector {
    /** Limit for all attachments of a job together. */
    public static final int MAX_PAGES = 500;

    private final DocumentReader reader;
    private final Path folder;
    private final Checkpoints checkpoints;
    private final ReadingProgress progress;
    private final List<SourceDocument> files = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int nextNumber = 1;
    private int nextPosition = 1;

    /** @param folder for the images, empty */
    public AttachmentCollector(DocumentReader reader, Path folder, Checkpoints checkpoints, ReadingProgress progress) {
        this.reader = reader;
        this.folder = folder;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /**
     * Reads a file; if that fails, it is a warning.
     *
     * @param address of its origin
     */
    public void read(Path file, String address) throws IOException, InterruptedException {
        FileFormat format = FileFormat.of(file, null);
        if (format instanceof FileFormat.Archive) {
            readArchive(file, address);
        } else {
            read(file, format, new Origin(address, ""));
        }
    }

    /** The non-empty documents, in reading order. */
    public List<SourceDocument> files() {
        return List.copyOf(files);
    }

    /** The number of their pages. */
    public int pages() {
        return nextNumber - 1;
    }

    /** What is missing and why, one sentence each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void read(Path file, FileFormat format, Origin origin) throws IOException, InterruptedException {
        if (format instanceof FileFormat.Other other) {
            warnings.add(origin.sentence() + " is " + other.name() + ", which cannot be read; it is kept as a link.");
            return;
        }
        if (nextNumber > MAX_PAGES) {
            warnings.add(origin.sentence() + " is left out: there are " + MAX_PAGES + " slides before it.");
            return;
        }
        ReadRequest request = new ReadRequest(file, folder, nextPosition, nextNumber, MAX_PAGES - nextNumber + 1);
        CheckpointKey key = checkpoints.shared(AttachmentCodec.STEP, inputs(file));
        DocumentContent attachment = checkpoints.getOrCompute(
                key, new AttachmentCodec(request, origin.address()), () -> reader.read(request, format, progress));
        attachment.warnings().forEach(warning -> warnings.add(origin.named(warning)));
        nextPosition++;
        if (!attachment.isEmpty()) {
            files.add(new SourceDocument(origin.address(), origin.name(), attachment));
            nextNumber = attachment.slides().isEmpty()
                    ? nextNumber
                    : attachment.slides().getLast().number() + 1;
        }
    }

    /** Everything that the result depends on; its position in the session is not part of it. */
    private List<String> inputs(Path file) throws IOException, InterruptedException {
        List<String> inputs = new ArrayList<>(List.of(Sha256.of(file)));
        inputs.addAll(reader.programs());
        return inputs;
    }

    private void readArchive(Path file, String address) throws IOException, InterruptedException {
        Path unpacked = Files.createTempFile(folder, "unpacked-", "");
        try (DocumentArchive archive = DocumentArchive.open(file)) {
            List<ZipEntry> documents = archive.documents();
            warnings.addAll(archive.warnings());
            if (documents.isEmpty()) {
                warnings.add("The archive at " + address + " contains no slides or documents; it is kept as a link.");
            }
            for (ZipEntry entry : documents) {
                readEntry(archive, entry, unpacked, new Origin(address, CleanText.oneLine(entry.getName())));
            }
        } catch (BrokenFileException e) {
            warnings.add("The archive at " + address + " " + e.getMessage() + ", so it is kept as a link.");
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    private void readEntry(DocumentArchive archive, ZipEntry entry, Path target, Origin origin)
            throws IOException, InterruptedException {
        try {
            archive.unpack(entry, target);
        } catch (BrokenFileException e) {
            warnings.add(origin.sentence() + " " + e.getMessage() + ", so it is left out.");
            return;
        }
        FileFormat format = FileFormat.of(target, null);
        if (format instanceof FileFormat.Archive) {
            warnings.add(origin.sentence() + " is an archive within an archive, which is not opened.");
        } else {
            read(target, format, origin);
        }
    }

    /** The origin of a file, for warnings. */
    private record Origin(String address, String name) {
        String sentence() {
            return name.isEmpty() ? "The file at " + address : "“" + name + "” in the archive at " + address;
        }

        String named(String warning) {
            return name.isEmpty() ? warning : "“" + name + "”: " + warning;
        }
    }
}
