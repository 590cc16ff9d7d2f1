package io.eventjobs.gateway.archive;

import io.eventjobs.artifact.ArtifactStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a planned ZIP, of which any range can be read without what stands before it. Its entries are stored, not compressed, so every
 * place in it follows from names and sizes. It consists of segments: a header and a content for each file, an entry of the central directory for
 * each file, and the end. Memory use is independent of the sizes of the files.
 */
final class ArchiveZip {
    private final ArtifactStore store;
    private final ArchivePlan plan;

    /** Where each segment begins; the last one is where the ZIP ends. */
    private final long[] begins;

    ArchiveZip(ArtifactStore store, ArchivePlan plan) {
        this.store = store;
        this.plan = plan;
        this.begins = begins(plan);
    }

    /** The length of the whole. */
    long bytes() {
        return begins[begins.length - 1];
    }

    /**
     * Opens a range, of which the first object is opened at once. Reading throws {@link IOException} if an object is not what the record of its
     * job says.
     */
    InputStream open(long offset, long length) throws IOException {
        return new ArchiveStream(new Segments(new ArchiveChecksums(store, plan.files())), offset, length);
    }

    private static long[] begins(ArchivePlan plan) {
        int files = plan.files().size();
        long[] begins = new long[3 * files + 2];
        long at = 0;
        for (int i = 0; i < files; i++) {
            ArchiveFile file = plan.files().get(i);
            begins[2 * i] = at;
            at += ZipRecords.localHeader(file.name(), file.bytes(), 0).length;
            begins[2 * i + 1] = at;
            at += file.bytes();
        }
        long directory = at;
        for (int i = 0; i < files; i++) {
            ArchiveFile file = plan.files().get(i);
            begins[2 * files + i] = at;
            at += ZipRecords.directoryEntry(file.name(), file.bytes(), 0, begins[2 * i]).length;
        }
        begins[3 * files] = at;
        begins[3 * files + 1] = at + ZipRecords.end(files, directory, at - directory).length;
        return begins;
    }

    /** The segments for one reader. */
    final class Segments {
        private final ArchiveChecksums checksums;

        private Segments(ArchiveChecksums checksums) {
            this.checksums = checksums;
        }

        /** The segment that contains this place; it is not empty. */
        int at(long offset) {
            int found = Arrays.binarySearch(begins, offset);
            int segment = found >= 0 ? found : -found - 2;
            while (begins[segment + 1] == begins[segment]) {
                segment++;
            }
            return segment;
        }

        long begin(int segment) {
            return begins[segment];
        }

        /** @param from, to the part of the segment to read, counted from its beginning */
        InputStream open(int segment, long from, long to) throws IOException {
            int files = plan.files().size();
            if (segment < 2 * files && segment % 2 == 1) {
                return content(segment / 2, from, to);
            }
            return new ByteArrayInputStream(records(segment), (int) from, (int) (to - from));
        }

        private byte[] records(int segment) throws IOException {
            int files = plan.files().size();
            if (segment == 3 * files) {
                long directory = begins[2 * files];
                return ZipRecords.end(files, directory, begins[segment] - directory);
            }
            int index = segment < 2 * files ? segment / 2 : segment - 2 * files;
            ArchiveFile file = plan.files().get(index);
            int crc32 = checksums.of(index);
            return segment < 2 * files
                    ? ZipRecords.localHeader(file.name(), file.bytes(), crc32)
                    : ZipRecords.directoryEntry(file.name(), file.bytes(), crc32, begins[2 * index]);
        }

        private InputStream content(int index, long from, long to) throws IOException {
            return switch (plan.files().get(index)) {
                case ArchiveFile.OfText text -> new ByteArrayInputStream(text.content(), (int) from, (int) (to - from));
                case ArchiveFile.OfJob file -> {
                    boolean isWhole = from == 0 && to == file.bytes();
                    yield isWhole
                            ? CheckedContent.whole(store.open(file.key()), file, checksums.of(index))
                            : CheckedContent.part(store.open(file.key(), from, to - from), file, to - from);
                }
            };
        }
    }
}
