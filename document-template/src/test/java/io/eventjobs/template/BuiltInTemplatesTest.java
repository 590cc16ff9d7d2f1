package io.eventjobs.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInTemplatesTest {
    @Test
    void areTheseThree() {
        assertThat(BuiltInTemplates.list())
                .extracting(DocumentTemplate::name)
                .containsExactly("Session", "Summary", "Transcript");
        assertThat(BuiltInTemplates.find("Session_analyze")).isEmpty();
    }

    @Test
    void onlyTheSummaryNeedsAModel() {
        assertThat(BuiltInTemplates.list().stream().filter(DocumentTemplate::asksModel))
                .extracting(DocumentTemplate::name)
                .containsExactly("Summary");
    }

    @Test
    void looksForSlidesOnlyWhereTheyAreShownOrRead() {
        assertThat(BuiltInTemplates.list().stream().filter(template -> !template.uses(SourcePart.SLIDES)))
                .extracting(DocumentTemplate::name)
                .containsExactly("Transcript");
    }

    @Test
    void leavesNoGapsForUnknownValues() throws DocumentTooLongException {
        for (DocumentTemplate template : BuiltInTemplates.list()) {
            Map<String, Object> values = TemplateFileTest.values(template);
            values.put("title", "A talk");

            assertThat(template.render(values)).isEqualTo("# A talk\n");
        }
    }

    @Test
    void showsTheAbstractInPlaceOfAMissingSummary() throws DocumentTooLongException {
        DocumentTemplate summary = BuiltInTemplates.find("Summary").orElseThrow();
        Map<String, Object> values = TemplateFileTest.values(summary);
        values.put("title", "A talk");
        values.put("content", "From the page.");

        assertThat(summary.render(values)).isEqualTo("# A talk\n\n## abstract\n\nFrom the page.\n");

        values.put("summary", "From the model.");
        values.put(
                "highlights",
                List.of(Map.of("heading", "One", "text", "First."), Map.of("heading", "Two", "text", "Second.")));
        assertThat(summary.render(values))
                .isEqualTo(
                        "# A talk\n\n## summary\n\nFrom the model.\n\n## highlights\n\n### One\n\nFirst.\n\n### Two\n\nSecond.\n");
    }
}
