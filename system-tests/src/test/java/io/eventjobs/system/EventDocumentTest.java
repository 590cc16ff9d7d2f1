package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/events.md matches the event types and shows the code of the tested example. */
class EventDocumentTest {
    private final String document = read("../docs/events.md");

    @Test
    void theExampleIsTheTestedCode() {
        String code = between(
                read("src/test/java/io/eventjobs/system/example/EventConsumerExample.java"),
                "// docs/events.md: start\n",
                "// docs/events.md: end\n");

        assertThat(between(document, "```java\n", "```\n")).isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsInTheTable(EventType type) {
        assertThat(between(document, "## Types\n", "\n## ")).contains("`" + type.word() + "`");
    }

    @Test
    void everyHeaderIsInTheTable() {
        PublicEvent event = PublicEvent.of(EventType.JOB_CREATED, "job-1", 1, Instant.EPOCH, Map.of());
        String table = between(document, "## Attributes\n", "\n## ");

        assertThat(new EventCodec().headers(new TenantId("default"), event).keySet())
                .allSatisfy(header -> assertThat(table).contains("| `" + header + "` |"));
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new AssertionError("no file " + path, e);
        }
    }
}
