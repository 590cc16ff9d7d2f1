package io.eventjobs.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionCountTest {
    @TempDir
    Path data;

    @Test
    void newDataHasFewPartitions() {
        assertThat(PartitionCount.of(null)).isEqualTo(PartitionCount.NEW);
        assertThat(PartitionCount.of(data)).isEqualTo(PartitionCount.NEW);
    }

    @Test
    void aFolderWhoseTopicsWereNotMadeYetIsNew() throws IOException {
        Files.createDirectories(data.resolve("kafka/__cluster_metadata-0"));

        assertThat(PartitionCount.of(data)).isEqualTo(PartitionCount.NEW);
    }

    @Test
    void topicsKeepTheNumberThatTheyWereMadeWith() throws IOException {
        for (int partition = 0; partition < 12; partition++) {
            Files.createDirectories(data.resolve("kafka/event-jobs.reports-" + partition));
            Files.createDirectories(data.resolve("kafka/event-jobs.reports-" + partition + ".old-delete"));
        }

        assertThat(PartitionCount.of(data)).isEqualTo(12);
    }
}
