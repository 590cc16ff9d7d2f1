package io.eventjobs.worker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.template.TemplateFile;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.chat.fixture.ChatEndpoint;
import io.eventjobs.worker.chat.fixture.Reply;
import io.eventjobs.worker.session.fixture.Pages;
import io.eventjobs.worker.session.fixture.SessionHarness;
import io.eventjobs.worker.session.speech.TranscriptionResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTemplateTest {
    private static final String GOOD =
            """
            {"summary": "It is about tests.\\n\\nThey help.", "highlights": [{"heading": "Why", "text": "Because."}],
             "tags": ["Software Testing", "C++", "2026", "continuous integration"]}""";

    private static final String HOSTILE =
            """
            {"summary": "---\\nevil: true\\n# Heading\\n<script>alert(1)</script> [here](https://evil.test/x) \
            and https://evil.test/y or http://code.test/repo.evil.test, \
            but https://code.test/repo is fine. ![[secret]] mail me@evil.test\\u202e",
            "highlights": [{"heading": "a\\n# b", "text": "```\\nunclosed"}], "tags": ["--- evil: true", "#a b", "../x"]}""";

    @TempDir
    private Path folder;

    private SessionHarness harness;
    private ChatEndpoint endpoint;
    private ChatClient chat;

    @BeforeEach
    void open() throws IOException {
        harness = new SessionHarness(folder);
        harness.host.servesPage("/talk", Pages.talk(Pages.link("https://code.test/repo", "Source code")));
        endpoint = new ChatEndpoint().says(question -> Reply.text(GOOD));
        chat = new ChatClient(endpoint.properties(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        harness.close();
        chat.close();
        endpoint.close();
        assertThat(endpoint.faults()).isEmpty();
    }

    @Test
    void writesOnlyFactsAndTranscript() throws Exception {
        JobResults results =
                harness.perform(harness.talk().writtenAs("Transcript").withTranscript("Hello everyone."));

        String document = harness.text(results.markdown());
        assertThat(document)
                .contains("template: \"Transcript\"", "# How to test: a talk", "**Room:** Great Hall")
                .endsWith("## Transcript\n\nHello everyone.\n")
                .doesNotContain("## Abstract", "## Links");
    }

    @Test
    void writesTheSummaryInTheTargetLanguage() throws Exception {
        JobResults results = harness.answeredBy(chat)
                .perform(harness.talk().writtenAs("Summary").wantedIn("de"));

        assertThat(results.warnings()).isEmpty();
        assertThat(harness.text(results.markdown()))
                .contains(
                        "tags:\n- \"software-testing\"\n- \"c\"\n- \"continuous-integration\"\n",
                        "language: \"de\"",
                        "translated: false",
                        "generated_by: \"" + ChatEndpoint.MODEL + "\"",
                        "## Überblick\n\nIt is about tests.\n\nThey help.\n\n## Das Wichtigste\n\n### Why\n\nBecause.\n",
                        "(https://code.test/repo)")
                .doesNotContain(Pages.ABSTRACT);
        assertThat(endpoint.questions()).singleElement().satisfies(question -> {
            assertThat(question.content()).contains(Pages.ABSTRACT, "\"answer_in\":\"German (de)\"");
            assertThat(question.instructions()).contains("- tags: ").doesNotContain(Pages.ABSTRACT, "How to test");
            assertThat(question.format()).isEqualTo("json_schema");
        });
    }

    @Test
    void doesNotAskAgainForTheSameSession() throws Exception {
        JobResults first = harness.answeredBy(chat).perform(harness.talk().writtenAs("Summary"));
        JobResults second = harness.onJob("job-0192f0c1-0000-7000-8000-000000000002")
                .perform(harness.talk().writtenAs("Summary"));

        assertThat(endpoint.questions()).hasSize(1);
        assertThat(second.markdown().sha256()).isEqualTo(first.markdown().sha256());
    }

    @Test
    void asksAgainOnlyForUnacceptableAnswers() throws Exception {
        String tooLong = "x".repeat(2_000);
        endpoint.next(Reply.text(GOOD.replace("It is about tests.", tooLong)));

        JobResults results = harness.answeredBy(chat).perform(harness.talk().writtenAs("Summary"));

        assertThat(results.warnings()).isEmpty();
        assertThat(harness.text(results.markdown()))
                .contains("It is about tests.")
                .doesNotContain(tooLong);
        assertThat(endpoint.questions()).hasSize(2);
        assertThat(endpoint.questions().getLast().instructions())
                .contains("- summary: ")
                .doesNotContain("- tags: ");
        assertThat(endpoint.questions().getLast().content()).contains("\"refused\":{\"summary\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I cannot help with that.",
                "[]",
                "{}",
                "{\"summary\": 7, \"highlights\": \"none\", \"tags\": {\"a\": 1}}",
                "{\"summary\": [[[]]], \"highlights\": [{\"heading\": \"x\"}], \"tags\": [1, 2]}"
            })
    void showsTheAbstractWhenTheModelAnswersNonsense(String nonsense) throws Exception {
        endpoint.says(question -> Reply.text(nonsense));

        JobResults results = harness.answeredBy(chat).perform(harness.talk().writtenAs("Summary"));

        assertThat(endpoint.questions()).hasSize(3);
        assertThat(harness.text(results.markdown()))
                .contains("## Abstract", Pages.ABSTRACT)
                .doesNotContain("generated_by");
        assertThat(results.warnings())
                .singleElement()
                .asString()
                .startsWith("The language model gave no acceptable answer for summary, highlights, tags: ");
    }

    @Test
    void continuesWithoutAnswersWhenTheServiceRefuses() throws Exception {
        endpoint.says(question -> Reply.status(401, "who are you"));

        JobResults results = harness.answeredBy(chat).perform(harness.talk().writtenAs("Summary"));

        assertThat(results.warnings()).singleElement().asString().contains("401");
        assertThat(harness.text(results.markdown())).contains(Pages.ABSTRACT);
    }

    @Test
    void sanitizesMarkupAndAddressesInAnswers() throws Exception {
        endpoint.says(question -> Reply.text(HOSTILE));

        String document = harness.text(harness.answeredBy(chat)
                .perform(harness.talk().writtenAs("Summary"))
                .markdown());

        assertThat(document)
                .contains("evil: true\n\n\\# Heading", "alert(1) here and or but https://code.test/repo is fine.")
                .contains("### a # b")
                .contains("tags:\n- \"evil-true\"\n- \"a-b\"\n- \"x\"\n")
                .doesNotContain("evil.test", "<script", "\n# Heading", "![[", "\n```", Character.toString(0x202e));
    }

    @Test
    void reducesLongMaterialToNotesAndWarnsOfOmissions() throws Exception {
        endpoint.says(question ->
                Reply.text(question.instructions().contains("- notes: ") ? "{\"notes\": [\"Tests help.\"]}" : GOOD));
        String talk = IntStream.range(0, 200)
                .mapToObj(minute -> "In minute " + minute + " we talk about tests, and say what they are good for.")
                .collect(Collectors.joining("\n\n"));

        JobResults results = harness.answeredBy(chat)
                .perform(harness.talk().writtenAs("Summary").withTranscript(talk));

        assertThat(endpoint.questions()).hasSize(4);
        assertThat(endpoint.questions().getLast().content())
                .contains("notes from page on", "Tests help.")
                .doesNotContain("we talk about tests");
        assertThat(results.warnings())
                .singleElement()
                .asString()
                .startsWith("The language model was asked about the first 3 of ")
                .endsWith("parts of the session only, since it is too long.");
    }

    @Test
    void writesByTheTemplateThatTheJobWasAcceptedWith() throws Exception {
        String hash = kept("---\ndescription: x\n---\n{{#speakers}}{{.}}; {{/speakers}}in {{room}}, [page]({{url}})\n");

        JobResults results = harness.perform(harness.talk().writtenAs("Digest", hash));

        assertThat(results.metadata()).containsEntry("template", "Digest").containsEntry("template_sha256", hash);
        assertThat(harness.text(results.markdown()))
                .contains("template: \"Digest\"\ntemplate_sha256: \"" + hash + "\"\n")
                .endsWith(
                        "\n\nAda Example; Bo Muster; in Great Hall, [page](<" + harness.host.address("/talk") + ">)\n");
    }

    @Test
    void failsWhereATemplateWritesMoreThanADocumentMayHave() throws Exception {
        String hash = kept("---\ndescription: x\n---\n" + "{{#passages}}{{transcript}}{{/passages}}".repeat(1_500));
        String talk = "Words that were said.\n\n".repeat(400);

        Failure failure =
                harness.failure(harness.talk().writtenAs("Digest", hash).withTranscript(talk));

        assertThat(failure.code()).isEqualTo(FailureCode.DOCUMENT_TOO_LONG);
    }

    @Test
    void failsWithoutTheTemplateOrWithAnotherTextInItsPlace() throws Exception {
        String hash = kept("---\ndescription: x\n---\n{{title}}\n");
        harness.store.put(
                TemplateFile.key(new TenantId("default"), hash),
                "other".getBytes(StandardCharsets.UTF_8),
                "text/plain");

        assertThat(harness.failure(harness.talk().writtenAs("Digest", hash)).code())
                .isEqualTo(FailureCode.TEMPLATE_UNAVAILABLE);
        assertThat(harness.failure(harness.talk().writtenAs("Digest", "0".repeat(64)))
                        .code())
                .isEqualTo(FailureCode.TEMPLATE_UNAVAILABLE);
        assertThat(harness.failure(harness.talk().writtenAs("Unheard")).code())
                .isEqualTo(FailureCode.TEMPLATE_UNAVAILABLE);
    }

    @Test
    void failsWithoutAPartThatTheTemplateNeeds() throws Exception {
        String asking = kept(
                "---\ndescription: x\nfields: {lead: {type: line, question: Why?, required: true}}\n---\n{{lead}}\n");
        String needing = kept("---\ndescription: x\nneeds: [transcript]\n---\n{{transcript}}\n");
        endpoint.says(question -> Reply.text("{\"lead\": null}"));

        Failure unanswered = harness.answeredBy(chat).failure(harness.talk().writtenAs("Asking", asking));
        Failure silent = harness.failure(harness.talk().writtenAs("Needing", needing));

        assertThat(unanswered.code()).isEqualTo(FailureCode.ANSWER_MISSING);
        assertThat(unanswered.message()).contains("Asking requires lead");
        assertThat(silent.code()).isEqualTo(FailureCode.NO_TRANSCRIPT);
        assertThat(silent.message()).startsWith("The template Needing needs the transcript, which was not found.");
    }

    @Test
    void saysWhyAPartThatTheTemplateNeedsIsMissing() throws Exception {
        String needing = kept("---\ndescription: x\nneeds: [transcript]\n---\n{{transcript}}\n");
        harness.host.servesPage("/talk", Pages.talk(Pages.link("/talk.vtt", "Subtitles")));
        harness.host.serves("/talk.vtt", "text/html", "<!DOCTYPE html><html><body>Sign in first</body></html>");

        Failure failure = harness.failure(harness.talk().writtenAs("Needing", needing));

        assertThat(failure.code()).as("not tried again").isEqualTo(FailureCode.NOT_SUBTITLES);
        assertThat(failure.message())
                .contains(
                        "needs the transcript, which was not found. No subtitles can be read at",
                        "the file is a web page");
    }

    @Test
    void triesAgainForATranscriptThatSpeechRecognitionMayStillFind() throws Exception {
        String needing = kept("---\ndescription: x\nneeds: [transcript]\n---\n{{transcript}}\n");
        harness.host.servesPage("/talk", Pages.talk(Pages.link("/talk.vtt", "Subtitles")));
        harness.host.serves("/talk.vtt", "text/html", "<!DOCTYPE html><html><body>Sign in first</body></html>");
        harness.transcribingWith(fetcher -> (recordings, chapters, task) ->
                TranscriptionResult.of(Transcript.NONE, List.of("The service failed.")));

        assertThat(harness.failure(harness.talk().writtenAs("Needing", needing)).code())
                .isEqualTo(FailureCode.NO_TRANSCRIPT);
    }

    private String kept(String template) {
        TemplateFile text = new TemplateFile("Any", template.getBytes(StandardCharsets.UTF_8));
        harness.store.put(TemplateFile.key(new TenantId("default"), text.hash()), text.bytes(), "text/markdown");
        return text.hash();
    }
}
