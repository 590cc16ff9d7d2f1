package io.eventjobs.worker.session.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import io.eventjobs.worker.session.translation.engine.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {
    private static final TenantId TENANT = new TenantId("default");
    private static final String YAML =
            """
            keep: [Merge Queue, FOSDEM]
            terms:
              pull request: {de: Merge-Anfrage, pt-BR: solicitação, pt: pedido}
              maintainer: {fr: mainteneur}
            """;

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void hasTheTermsOfALanguage() throws Exception {
        Glossary glossary = Glossary.read(bytes(YAML));

        assertThat(glossary.in(new LanguageTag("de-AT"), List.of("Ada")))
                .isEqualTo(new Terms(
                        List.of("Ada", "FOSDEM", "Merge Queue"),
                        new TreeMap<>(Map.of("pull request", "Merge-Anfrage"))));
        assertThat(glossary.in(new LanguageTag("pt-BR"), List.of()).translations())
                .containsEntry("pull request", "solicitação");
        assertThat(glossary.in(new LanguageTag("pt-PT"), List.of()).translations())
                .containsEntry("pull request", "pedido");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a, b]",
                "keep: word",
                "keep: [1]",
                "keep: ['']",
                "words: [a]",
                "terms: [a]",
                "terms: {a: b}",
                "terms: {a: {de: [x]}}",
                "keep: [a",
                "a: &a [*a]",
                "keep: ['⟦1⟧']"
            })
    void isReadOnlyInItsForm(String yaml) {
        assertThatThrownBy(() -> Glossary.read(bytes(yaml))).isInstanceOf(Glossary.GlossaryException.class);
    }

    @Test
    void mustNotBeNestedDeeply() {
        assertThatExceptionOfType(Glossary.GlossaryException.class)
                .isThrownBy(() -> Glossary.read(bytes("[".repeat(120_000))))
                .withMessage("it is not valid YAML, or nested too deeply");
    }

    @Test
    void hasTermsOfOneLine() {
        assertThatExceptionOfType(Glossary.GlossaryException.class)
                .isThrownBy(() -> Glossary.read(bytes("keep: [\"a\\nb\\nc\"]")))
                .withMessageContaining("texts of one line");
    }

    @Test
    void ofTheTenantGoesBeforeThatOfTheOperator() throws Exception {
        Files.writeString(folder.resolve("Conf 2026.yaml"), "keep: [operator]");
        Glossaries glossaries = new Glossaries(store, folder);
        assertThat(glossaries.find(TENANT, "Conf 2026", warnings::add).keep()).containsExactly("operator");

        store.put("default/glossaries/Conf 2026.yaml", bytes("keep: [tenant]"), "application/yaml");

        assertThat(glossaries.find(TENANT, "Conf 2026", warnings::add).keep()).containsExactly("tenant");
        assertThat(glossaries
                        .find(new TenantId("other"), "Conf 2026", warnings::add)
                        .keep())
                .containsExactly("operator");
        assertThat(warnings).isEmpty();
    }

    @Test
    void isEmptyIfThereIsNone() throws IOException {
        assertThat(new Glossaries(store, folder).find(TENANT, "../../etc/passwd", warnings::add))
                .isEqualTo(Glossary.NONE);
        assertThat(new Glossaries(store, null).find(TENANT, "Conf", warnings::add))
                .isEqualTo(Glossary.NONE);
    }

    @Test
    void thatCannotBeReadIsSaidAndNotUsed() throws IOException {
        Files.writeString(folder.resolve("Conf.yaml"), "keep: word");

        assertThat(new Glossaries(store, folder).find(TENANT, "Conf", warnings::add))
                .isEqualTo(Glossary.NONE);
        assertThat(warnings).containsExactly("The glossary of the event is not used: keep must be a list.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
