package io.eventjobs.standalone.process;

import io.eventjobs.model.protocol.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The number of partitions of the topics of one machine. Each partition that a message goes to costs a batch of its own, and one gateway
 * needs no more than a few; but the topics of a data folder keep the number that they were created with.
 */
final class PartitionCount {
    static final int NEW = 3;

    private PartitionCount() {}

    /** @param data null if none is kept */
    static int of(@Nullable Path data) {
        Path brokers = data == null ? null : data.resolve("kafka");
        if (brokers == null || !Files.isDirectory(brokers)) {
            return NEW;
        }
        // A folder for each partition, as Kafka names them.
        String prefix = Topics.DEFAULT.reports() + "-";
        try (Stream<Path> folders = Files.list(brokers)) {
            int count = (int) folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .filter(name -> name.substring(prefix.length()).matches("\\d{1,3}"))
                    .count();
            return count == 0 ? NEW : count;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be read: " + brokers, e);
        }
    }
}
