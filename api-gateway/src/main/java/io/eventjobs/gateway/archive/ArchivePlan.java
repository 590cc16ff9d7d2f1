package io.eventjobs.gateway.archive;

import java.util.List;

/**
 * What the ZIP of a batch or an event contains, in this order.
 *
 * @param version what the bytes depend on, as a text without quotes: equal versions are equal bytes
 */
record ArchivePlan(List<ArchiveFile> files, String version) {
    ArchivePlan {
        files = List.copyOf(files);
    }
}
