package io.eventjobs.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.page.PageReader;
import io.eventjobs.page.PageSource;
import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.ScheduledSession;
import io.eventjobs.schedule.UnreadableScheduleException;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.DocumentTooLongException;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateFile;
import io.eventjobs.template.Variables;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Subtitles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What reads strangers' bytes. Nothing else than a result that can be written, or a refusal, may come of any. */
enum FuzzTarget {
    PAGES("../reading/page-reader/src/test/resources/page") {
        @Override
        void read(byte[] html) {
            SessionPage page = new PageReader().read(new PageSource(html, null, ADDRESS));
            isWritable(page.markdown());
            isWritable(page.facts().toString());
        }
    },
    SUBTITLES(Constants.KEPT + "subtitles") {
        @Override
        void read(byte[] file) {
            for (Passage passage : Subtitles.read(file, "talk.vtt").transcript().passages()) {
                isWritable(passage.text());
            }
        }
    },
    SCHEDULES("../reading/schedule-reader/src/test/resources/schedule") {
        @Override
        void read(byte[] schedule) throws IOException {
            Path file = Files.createTempFile("schedule", "");
            try {
                Files.write(file, schedule);
                for (ScheduledSession session :
                        new ScheduleReader().read(file, ADDRESS).sessions()) {
                    isWritable(session.title());
                }
            } catch (UnreadableScheduleException e) {
                isWritable(String.valueOf(e.getMessage()));
            } finally {
                Files.delete(file);
            }
        }
    },
    MESSAGES(Constants.KEPT + "messages") {
        @Override
        void read(byte[] message) {
            List.of(MessageCodec.reports(), MessageCodec.controls(), MessageCodec.commands())
                    .forEach(codec -> decodesWhatItEncodes(codec, message));
        }
    },
    NAMES(Constants.KEPT + "names") {
        @Override
        void read(byte[] bytes) {
            String name = SafeName.of(new String(bytes, StandardCharsets.UTF_8), "name");
            isWritable(name);
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, SafeName.MAX_BYTES);
            assertThat(name).doesNotContain("/", "\\", "\0", "\n", "\r").isNotIn(".", "..");
            assertThat(SafeName.of(name, "name")).isEqualTo(name);
        }
    },
    TEMPLATES(Constants.KEPT + "templates") {
        @Override
        void read(byte[] text) {
            try {
                DocumentTemplate template = new TemplateFile("any", text).read();
                if (template.fields().isEmpty()
                        && Variables.names().stream().filter(template::mentions).allMatch(VALUES::containsKey)) {
                    template.render(VALUES);
                }
            } catch (InvalidTemplateException | DocumentTooLongException e) {
                isWritable(String.valueOf(e.getMessage()));
            }
        }
    };

    private static final URI ADDRESS = URI.create("https://conf.example/2026/talks/a/");

    /** Of some variables; a template with others is only read, which renders it with samples. */
    private static final Map<String, Object> VALUES = Map.of(
            "title",
            "A talk",
            "facts",
            "Facts",
            "speakers",
            List.of("Ada", "Grace"),
            Variables.LABELS,
            Variables.LABEL_KEYS.stream().collect(Collectors.toMap(key -> key, key -> key)));

    private final Path kept;

    FuzzTarget(String kept) {
        this.kept = Path.of(kept);
    }

    /** The folder of the inputs that are kept. */
    Path kept() {
        return kept;
    }

    /** Fails with an error or an exception that is no refusal. */
    abstract void read(byte[] input) throws IOException;

    private static <T> void decodesWhatItEncodes(MessageCodec<T> codec, byte[] message) {
        if (codec.decode(message) instanceof Decoded.Message<T> decoded) {
            assertThat(codec.decode(codec.encode(decoded.value()))).isInstanceOf(Decoded.Message.class);
        }
    }

    private static void isWritable(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .as("can be written")
                .isTrue();
    }

    private static final class Constants {
        private static final String KEPT = "src/test/resources/io/eventjobs/system/fuzz/";
    }
}
