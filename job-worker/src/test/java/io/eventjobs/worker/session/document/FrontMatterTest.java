package io.eventjobs.worker.session.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The front matter as Obsidian's properties and Dataview read it. */
class FrontMatterTest {
    @Test
    void datesAreDatesListsAreListsAndTextsAreTexts() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", "2026-10-03");
        values.put("date", IsoTime.orText("2026-10-03"));
        values.put("start", IsoTime.orText("2026-10-03T13:50:00+02:00"));
        values.put("end", IsoTime.orText("14:30"));
        values.put("speakers", List.of("Ada: Example", "no"));
        values.put("translated", true);

        String frontMatter = FrontMatter.of(values);

        assertThat(frontMatter)
                .isEqualTo(
                        """
                        ---
                        title: "2026-10-03"
                        date: 2026-10-03
                        start: 2026-10-03T13:50:00+02:00
                        end: "14:30"
                        speakers:
                        - "Ada: Example"
                        - "no"
                        translated: true
                        ---
                        """);
        assertThat(read(frontMatter))
                .containsEntry("title", "2026-10-03")
                .containsEntry("end", "14:30")
                .containsEntry("speakers", List.of("Ada: Example", "no"))
                .containsEntry("translated", true);
    }

    @Property
    void everyTextIsReadAsItWasWritten(@ForAll String text) {
        String front = FrontMatter.of(Map.of("title", text.replaceAll("\\p{Cs}", "")));

        assertThat(read(front)).containsEntry("title", text.replaceAll("\\p{Cs}", ""));
        assertThat(front.lines().filter("---"::equals)).hasSize(2);
    }

    @SuppressWarnings("unchecked") // keys of ours
    private static Map<String, Object> read(String frontMatter) {
        String yaml = frontMatter.substring(4, frontMatter.length() - 4);
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
