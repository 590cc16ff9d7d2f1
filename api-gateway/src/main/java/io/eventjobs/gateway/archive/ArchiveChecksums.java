package io.eventjobs.gateway.archive;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The CRC-32 of each file of an archive. They stand in the directory of each job's own ZIP, which is read once for all files of the job; a file
 * that is not in there is read itself. For one response, by one thread.
 */
final class ArchiveChecksums {
    private final ArtifactStore store;
    private final List<ArchiveFile> files;
    private final int[] checksums;
    private final BitSet known;

    ArchiveChecksums(ArtifactStore store, List<ArchiveFile> files) {
        this.store = store;
        this.files = files;
        this.checksums = new int[files.size()];
        this.known = new BitSet(files.size());
    }

    int of(int index) throws IOException {
        if (!known.get(index)) {
            switch (files.get(index)) {
                case ArchiveFile.OfText text -> learn(index, crc32(text.content()));
                case ArchiveFile.OfJob file -> learn(index, file);
            }
        }
        return checksums[index];
    }

    private void learn(int index, ArchiveFile.OfJob file) throws IOException {
        StoredFile zip = file.zip();
        if (zip != null) {
            learnJob(index, file, zip);
        }
        if (!known.get(index)) {
            learn(index, crc32(file.key()));
        }
    }

    /** Of all files of the job, which are next to each other. */
    private void learnJob(int index, ArchiveFile.OfJob file, StoredFile zip) throws IOException {
        ZipDirectory directory;
        try {
            directory = ZipDirectory.read(store, file.prefix().key(zip.path()), zip.bytes());
        } catch (ObjectMissingException e) {
            return;
        }
        int first = index;
        while (first > 0 && isOfSameJob(first - 1, file)) {
            first--;
        }
        for (int i = first; i < files.size() && isOfSameJob(i, file); i++) {
            int one = i;
            StoredFile stored = ((ArchiveFile.OfJob) files.get(i)).file();
            directory.crc32(stored.path(), stored.bytes()).ifPresent(crc32 -> learn(one, crc32));
        }
    }

    private boolean isOfSameJob(int index, ArchiveFile.OfJob file) {
        return files.get(index) instanceof ArchiveFile.OfJob other
                && other.prefix().equals(file.prefix());
    }

    private void learn(int index, int crc32) {
        checksums[index] = crc32;
        known.set(index);
    }

    private int crc32(String key) throws IOException {
        try (CheckedInputStream content = new CheckedInputStream(store.open(key), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return (int) content.getChecksum().getValue();
        }
    }

    private static int crc32(byte[] content) {
        CRC32 crc32 = new CRC32();
        crc32.update(content);
        return (int) crc32.getValue();
    }
}
