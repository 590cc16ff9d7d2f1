package io.eventjobs.gateway.template;

import static io.eventjobs.gateway.Requests.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.template.TemplateController.DeletedTemplate;
import io.eventjobs.gateway.template.TemplateView.Origin;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.template.TemplateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class TemplateControllerTest {
    private static final Duration RELOAD = Duration.ofSeconds(5);
    private static final String PLAIN = "---\ndescription: For the newsletter.\n---\n# {{title}}\n";
    private static final String ASKING =
            "---\ndescription: Asks.\nfields: {lead: {type: line, question: Why?}}\n---\n{{lead}}\n";

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final TenantTemplates own = new TenantTemplates(store, 2, RELOAD, time);
    private TemplateController controller;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("House.md"), PLAIN);
        controller = new TemplateController(
                new TemplateCatalog(new TemplateFolder(folder, RELOAD, time), own, false, store), own);
    }

    @Test
    void listsTheBuiltInOnesThenOnesOwnThenTheOperators() throws IOException {
        put("Mine", PLAIN);

        assertThat(controller.list(Requests.CALLER).data().templates())
                .extracting(TemplateView::name, TemplateView::origin)
                .endsWith(tuple("Mine", Origin.TENANT), tuple("House", Origin.OPERATOR))
                .startsWith(tuple("Session", Origin.BUILT_IN));
        assertThat(controller.list(Requests.STRANGER).data().templates())
                .extracting(TemplateView::name)
                .doesNotContain("Mine");
    }

    @Test
    void saysOfEachWhetherItCanBeUsedAndWhyNot() throws IOException {
        put("Asking", ASKING);

        assertThat(view("Asking")).satisfies(view -> {
            assertThat(view.usable()).isFalse();
            assertThat(view.needsModel()).isTrue();
            assertThat(view.problem()).isEqualTo("it needs a language model, and none is configured");
            assertThat(view.fields()).containsExactly(new TemplateView.FieldView("lead", "line", "Why?", false));
        });
        assertThat(view("House")).satisfies(view -> {
            assertThat(view.usable()).isTrue();
            assertThat(view.problem()).isEmpty();
            assertThat(view.description()).isEqualTo("For the newsletter.");
            assertThat(view.sha256()).isEqualTo(Sha256.of(PLAIN.getBytes(UTF_8)));
        });
        assertThat(view("Session").sha256()).isNull();
    }

    @Test
    void createsThenReplacesATemplateOfOnesOwn() throws IOException {
        ResponseEntity<Success<TemplateView>> created = put("Mine", PLAIN);
        ResponseEntity<Success<TemplateView>> replaced = put("Mine", ASKING);

        assertThat(created.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(replaced.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(Objects.requireNonNull(replaced.getBody()).data().description())
                .isEqualTo("Asks.");
        assertThat(get("Mine").getBody()).asString(UTF_8).isEqualTo(ASKING);
    }

    @Test
    void servesTheFileSoThatNoBrowserRunsIt() {
        ResponseEntity<byte[]> response = get("House");

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(response.getBody()).asString(UTF_8).isEqualTo(PLAIN);
        assertThat(response.getHeaders().getContentType())
                .isEqualTo(MediaType.parseMediaType("text/markdown;charset=utf-8"));
        assertThat(response.getHeaders().getETag()).isEqualTo("\"" + Sha256.of(PLAIN.getBytes(UTF_8)) + "\"");
        assertThat(response.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"House.md\"");
        assertThat(response.getHeaders().getFirst("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(response.getHeaders().getFirst("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void servesNothingAgainThatTheClientHas() {
        String etag = String.valueOf(get("House").getHeaders().getETag());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("If-None-Match", etag);

        ResponseEntity<byte[]> response = get("House", request);

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(response.getBody()).isNull();
        assertThat(response.getHeaders().getETag()).isEqualTo(etag);
    }

    @Test
    void builtInOnesAreServedAsAStartingPoint() {
        assertThat(get("Summary").getBody()).asString(UTF_8).startsWith("---\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unknown", "../House", "house", ""})
    void aTemplateThatIsNotThereIsNotFound(String name) {
        assertRefused(() -> get(name), ErrorCode.TEMPLATE_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.CALLER, name), ErrorCode.TEMPLATE_NOT_FOUND);
    }

    @Test
    void deletesOnesOwnAndNothingElse() throws IOException {
        put("Mine", PLAIN);

        assertRefused(() -> controller.delete(Requests.STRANGER, "Mine"), ErrorCode.TEMPLATE_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.CALLER, "House"), ErrorCode.TEMPLATE_NOT_FOUND);
        assertRefused(() -> controller.delete(Requests.CALLER, "Session"), ErrorCode.TEMPLATE_NOT_FOUND);
        assertThat(controller.delete(Requests.CALLER, "Mine").data())
                .isEqualTo(new DeletedTemplate("Mine", "Template deleted"));
        assertRefused(() -> get("Mine"), ErrorCode.TEMPLATE_NOT_FOUND);
    }

    @Test
    void refusesAWrongTemplateWithTheLineOfEachFault() {
        ApiException refusal = Objects.requireNonNull(catchThrowableOfType(
                ApiException.class, () -> put("Mine", "---\ndescription: Wrong.\n---\n{{colour}}\n\n{{shape}}\n")));

        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(refusal).hasMessageStartingWith("The template is invalid: line 4");
        assertThat(refusal.faults()).extracting(FieldFault::field).containsExactly("line 4", "line 6");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void refusesTheNameOfABuiltInOneAndWhatIsNoName() {
        assertThat(faultsOf("Session", PLAIN))
                .containsExactly(new FieldFault("template", "it has the name of a built-in one"));
        assertThat(faultsOf("7 up", PLAIN))
                .containsExactly(
                        new FieldFault("template", "the template's name must match [A-Za-z][A-Za-z0-9._-]{0,63}"));
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingItToItsEnd() {
        assertRefused(
                () -> put("Mine", "x".repeat(TemplateFile.MAX_BYTES + 1)),
                ErrorCode.PAYLOAD_TOO_LARGE,
                "The template has more than the allowed 65536 bytes.");
    }

    @Test
    void aTenantHasNoMoreThanItMayButCanReplaceWhatItHas() throws IOException {
        put("One", PLAIN);
        put("Two", PLAIN);

        assertRefused(
                () -> put("Three", PLAIN),
                ErrorCode.TEMPLATES_FULL,
                "The maximum of 2 templates is reached; delete one first.");
        assertThat(put("Two", ASKING).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aBadFileOfTheFolderIsShownWithItsFaultAndCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("Broken.md"), "no header");
        time.pass(RELOAD);

        assertThat(view("Broken")).satisfies(view -> {
            assertThat(view.usable()).isFalse();
            assertThat(view.problem()).contains("the file must begin with a header between two lines of ---");
            assertThat(view.description()).isNull();
        });
    }

    private TemplateView view(String name) {
        return controller.list(Requests.CALLER).data().templates().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<FieldFault> faultsOf(String name, String text) {
        return Objects.requireNonNull(catchThrowableOfType(ApiException.class, () -> put(name, text)))
                .faults();
    }

    private ResponseEntity<Success<TemplateView>> put(String name, String text) throws IOException {
        return controller.put(Requests.CALLER, name, Requests.post(text));
    }

    private ResponseEntity<byte[]> get(String name) {
        return get(name, new MockHttpServletRequest("GET", "/"));
    }

    private ResponseEntity<byte[]> get(String name, MockHttpServletRequest request) {
        return controller.get(Requests.CALLER, name, new ServletWebRequest(request, new MockHttpServletResponse()));
    }
}
