package io.eventjobs.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFileTest {
    private static final String HEADER = "---\ndescription: For the newsletter.\n---\n";

    @Test
    void readsTheHeaderOfATemplate() throws InvalidTemplateException {
        DocumentTemplate template = read(
                """
                ---
                name: Digest
                description: For the newsletter.
                needs: [transcript]
                fields:
                  lead: {type: line, question: What is it about?, longest: 90, required: true}
                  points: {type: list, question: What is new?, most: 3}
                  level: {type: choice, question: For whom?, of: [beginners, experts]}
                  weight: {type: number, question: How long?, least: 1, most: 5}
                  found_by: {type: tags, question: Found by what?}
                ---
                {{lead}} {{#points}}{{.}}{{/points}} {{level}} {{weight}}
                """);

        assertThat(template.name()).isEqualTo("Digest");
        assertThat(template.description()).isEqualTo("For the newsletter.");
        assertThat(template.needs()).containsExactly(SourcePart.TRANSCRIPT);
        assertThat(template.frontMatter()).containsExactly("found_by");
        assertThat(template.fields())
                .containsExactly(
                        new TemplateField("lead", new FieldType.Line(90), "What is it about?", true),
                        new TemplateField("points", new FieldType.Lines(3, 300), "What is new?", false),
                        new TemplateField(
                                "level", new FieldType.Choice(List.of("beginners", "experts")), "For whom?", false),
                        new TemplateField("weight", new FieldType.Number(1, 5), "How long?", false),
                        new TemplateField("found_by", new FieldType.Tags(10), "Found by what?", false));
    }

    @Test
    void readsFilesOfEverySystem() throws Exception {
        DocumentTemplate template = read("\ufeff" + (HEADER + "# {{title}}\n").replace("\n", "\r\n"));

        assertThat(template.render(values(template))).isEqualTo("# \n");
    }

    @Test
    void reportsAllErrorsAtOnce() {
        InvalidTemplateException refused = catchThrowableOfType(
                InvalidTemplateException.class,
                () -> read(
                        """
                        ---
                        name: Other
                        colour: red
                        needs: [page, weather]
                        front_matter: [mood]
                        fields:
                          title: {type: line, question: Why?}
                          Lead: {type: line, question: Why?}
                          mood: {type: feeling, question: Why?, most: many}
                          unused: {type: line, question: Why?, longest: 9000}
                        ---
                        {{nonsense}}
                        """));

        assertThat(refused.getMessage().split("; "))
                .containsExactly(
                        "line 2: name must be the file's name, Digest",
                        "line 2: description is required",
                        "line 7: name of field title is reserved",
                        "line 8: name of field Lead must match [a-z][a-z0-9_]{0,39}",
                        "line 9: mood.type must be text, line, list, sections, tags, choice or number",
                        "line 9: unknown key: mood.most",
                        "line 10: unused.longest must be an integer from 1 to 8000",
                        "line 4: needs must be page, slides or transcript, but contains weather",
                        "line 3: unknown key: colour",
                        "line 12: unknown variable: nonsense");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{#facts}}never closed | line 4: {{#facts}} is never closed",
                "{{/facts}} | line 4: {{/facts}} has no opening tag",
                "{{#links}}{{/facts}} | {{/facts}} must come after {{/links}}",
                "{{>other}} | unsupported tag: {{>other}}",
                "{{<other}}{{/other}} | unsupported tag: {{<other}}",
                "{{$block}}x{{/block}} | unsupported tag: {{$block}}",
                "{{=<% %>=}}<%title%> | unsupported tag: {{=<% %>=}}",
                "{{=< }=}}<title}  | unsupported tag",
                "{{#a}b}}{{/a}b}} | unsupported tag",
                "{{title.length}} | unknown variable: title.length",
                "{{title.class.name}} | unknown variable: title.class.name",
                "{{{constructor}}} | unknown variable: constructor",
                "{{&nonsense}} | unknown variable: nonsense",
                "{{labels.nonsense}} | unknown variable: labels.nonsense",
                "{{labels}} | unknown variable: labels",
                "{{#passages}}{{number}}{{/passages}} | unknown variable: number",
                "{{heading}} | unknown variable: heading",
                "{{}} | a tag must have a name: {{}}",
                "{{ }} | a tag must have a name: {{ }}",
                "{{! }} }} {{{}}} | a tag must have a name: {{{}}}",
                "e{.{x{{}} | a tag must have a name",
                "{{-nonsense}} | unknown variable: -nonsense",
                "{{.}} | {{.}} must be within a section",
                "{{#passages}}{{#speakers}}{{.}}{{/speakers}}{{/passages}} | within another list",
            })
    void refusesABodyThatCouldNotBeRendered(String body, String error) {
        assertThatThrownBy(() -> read(HEADER + body)).hasMessageContaining(error);
    }

    @Test
    void reportsTheLineOfEachError() {
        InvalidTemplateException refused = catchThrowableOfType(
                InvalidTemplateException.class,
                () -> read(HEADER + "# {{title}}\n\n{{#facts}}\n{{{room}}}\n\n{{/facts}}\n{{nonsense}} {{/links}}\n"));

        assertThat(refused.errors())
                .containsExactly(
                        new TemplateError(10, "unknown variable: nonsense"),
                        new TemplateError(10, "{{/links}} has no opening tag"));
        assertThatThrownBy(() -> read(HEADER + "\n{{{\nroom}}}\n"))
                .hasMessageStartingWith("line 6: the body is not valid Mustache: Invalid tag name");
        assertThatThrownBy(() -> read("---\ndescription: x\nneeds: [page\nfields: {}\n---\n"))
                .hasMessageStartingWith("line 4: the header is not valid YAML: ");
    }

    @Test
    void boundsHowDeepAHeaderIsNested() {
        assertThatThrownBy(() -> read("---\ndescription: x\nfields: " + "[".repeat(20_000) + "\n---\n"))
                .hasMessage("line 3: the header must not be nested more than 8 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{content}}", "{{#speakers}}{{content}}{{/speakers}}"})
    void stopsAtTheMaximumLengthOfADocument(String shown) throws InvalidTemplateException {
        DocumentTemplate template = read(HEADER + shown.repeat(40));
        Map<String, Object> values = values(template);
        values.put("content", "x".repeat(1 << 20));
        values.put("speakers", Collections.nCopies(1_000, "Ada"));

        assertThatThrownBy(() -> template.render(values)).isInstanceOf(DocumentTooLongException.class);
    }

    @Test
    void refusesDelimitersThatHideWhatIsRepeated() {
        String hidden = "{{#passages}}{{/passages}}{{=< }=}}" + "<#passages}".repeat(4) + "</passages}".repeat(4);
        assertThatThrownBy(() -> read(HEADER + hidden)).hasMessageContaining("unsupported tag");
        String deep = "{{=< }=}}" + "<#x}".repeat(5_000) + "</x}".repeat(5_000);
        assertThatThrownBy(() -> read(HEADER + deep)).hasMessageContaining("unsupported tag");
    }

    @Test
    void goesThroughNoMoreItemsThanADocumentNeeds() throws InvalidTemplateException {
        DocumentTemplate template = read(HEADER + "{{#speakers}}{{/speakers}}".repeat(2_000));
        Map<String, Object> values = values(template);
        values.put("speakers", Collections.nCopies(3_000, "Ada"));

        assertThatThrownBy(() -> template.render(values)).isInstanceOf(DocumentTooLongException.class);
    }

    @Test
    void stopsWhenItIsInterrupted() throws InvalidTemplateException {
        DocumentTemplate template = read(HEADER + "{{#speakers}}{{.}}{{/speakers}}");
        Map<String, Object> values = values(template);
        values.put("speakers", List.of("Ada"));

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> template.render(values)).hasMessage("rendering was stopped after 1 items");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void boundsHowDeepSectionsAreNested() {
        assertThatThrownBy(() -> read(HEADER + "{{#title}}".repeat(20_000 / 10)))
                .hasMessageContaining("nested more than 8 deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# no header",
                "---\ndescription: x\n",
                "---\n- a\n- list\n---\n",
                "---\ndescription: [\n---\n",
                "---\ndescription: x\ndescription: y\n---\n",
                "---\na: &a [x]\nb: *a\ndescription: x\n---\n",
                "---\ndescription: !!java.net.URL [x]\n---\n"
            })
    void refusesAnInvalidHeader(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidTemplateException.class);
    }

    @Test
    void refusesFilesThatAreTooLargeOrNotText() {
        byte[] large = (HEADER + "x".repeat(TemplateFile.MAX_BYTES)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new TemplateFile("Digest", large).read()).hasMessageContaining("65536 bytes");
        assertThatThrownBy(() -> new TemplateFile("Digest", new byte[] {(byte) 0xff}).read())
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> new TemplateFile("../Digest", HEADER.getBytes(StandardCharsets.UTF_8)).read())
                .hasMessageContaining("name must match");
    }

    @Test
    void distinguishesSubstitutesForAnswersFromOtherUses() throws InvalidTemplateException {
        DocumentTemplate template = read(
                """
                ---
                description: x
                fields: {lead: {type: line, question: Why?}}
                ---
                {{lead}}{{^lead}}{{content}}{{/lead}}{{^links}}{{transcript}}{{/links}}
                """);

        assertThat(template.mentions("content")).isTrue();
        assertThat(template.shows("content")).isFalse();
        assertThat(template.shows("transcript")).isTrue();
        assertThat(template.mentions("slides")).isFalse();
    }

    @Test
    void showsWithTwoBracesAsWithThree() throws Exception {
        DocumentTemplate template = read(HEADER + "{{title}} {{{title}}} {{&title}}");
        Map<String, Object> values = values(template);
        values.put("title", "\\<b> & *x*");

        assertThat(template.render(values)).isEqualTo("\\<b> & *x* \\<b> & *x* \\<b> & *x*");
    }

    @Test
    void rendersListItemsAndOmitsMissingValues() throws Exception {
        DocumentTemplate template = read(HEADER
                + "{{#passages}}{{#-first}}## {{labels.transcript}}\n"
                + "{{/-first}}{{time}} {{text}}{{#speaker}} ({{.}}){{/speaker}}\n"
                + "{{/passages}}{{^passages}}silence{{/passages}}");
        Map<String, Object> values = values(template);
        values.put(
                "passages",
                List.of(
                        Map.of("time", "0:01", "text", "Hello.", "speaker", "Ada"),
                        Map.of("time", "0:02", "text", "Bye.", "speaker", "")));

        assertThat(template.render(values)).isEqualTo("## transcript\n0:01 Hello. (Ada)\n0:02 Bye.\n");
        values.put("passages", List.of());
        assertThat(template.render(values)).isEqualTo("silence");
    }

    @Test
    void readsTheExampleOfTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("../docs/templates.md"));
        String example = page.split("```\n")[1];

        DocumentTemplate template = read(example);
        Map<String, Object> values = values(template);
        values.put("title", "A talk");
        values.put("lead", "It is new.");
        values.put("speakers", List.of("Ada", "Bo"));
        values.put("takeaway", List.of("Test.", "Measure."));
        values.put("url", "<https://conf.test/talk>");

        assertThat(template.render(values))
                .isEqualTo(
                        "# A talk\n\nIt is new. (Ada, Bo)\n\n- Test.\n- Measure.\n\n[page](<https://conf.test/talk>)\n");
    }

    private static DocumentTemplate read(String text) throws InvalidTemplateException {
        return new TemplateFile("Digest", text.getBytes(StandardCharsets.UTF_8)).read();
    }

    /** A session about which nothing is known. */
    static Map<String, Object> values(DocumentTemplate template) {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> labels = new HashMap<>();
        Variables.LABEL_KEYS.forEach(key -> labels.put(key, key));
        values.put(Variables.LABELS, labels);
        Variables.with(template.fields())
                .forEach((name, shape) ->
                        values.put(name, shape instanceof Variables.Shape.Text ? "" : new ArrayList<>()));
        return values;
    }
}
