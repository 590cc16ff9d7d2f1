package io.eventjobs.worker.session.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.worker.chat.fixture.Reply;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.usage.ModelUsages;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibreTranslatorTest {
    private static final LanguagePair GERMAN = new LanguagePair(new LanguageTag("en"), new LanguageTag("de"));

    private static final LibreTranslator.Limits LIMITS = new LibreTranslator.Limits(Duration.ofSeconds(5), 2, 4);

    private final ModelUsages usages = new ModelUsages();
    private LibreEndpoint endpoint;
    private LibreTranslator translator;

    @BeforeEach
    void open() throws IOException {
        endpoint = new LibreEndpoint();
        translator = new LibreTranslator(endpoint.url(), LibreEndpoint.KEY, LIMITS, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        translator.close();
        endpoint.close();
        assertThat(endpoint.faults()).isEmpty();
    }

    @Test
    void translatesTheTextBetweenPlaceholders() throws Exception {
        assertThat(translate(Terms.NONE, "Read ⟦1⟧this⟦/1⟧ & that < more ⟦2⟧."))
                .containsExactly(Map.entry(0, "Ernq ⟦1⟧guvf⟦/1⟧ & gung < zber ⟦2⟧."));
        assertThat(endpoint.asked().getFirst().at("/q/0").asString())
                .contains("&lt; more")
                .contains("translate=\"no\"");
    }

    @Test
    void keepsNamesAndUsesTheWordsOfTheGlossary() throws Exception {
        Terms terms = new Terms(List.of("Will"), new TreeMap<>(Map.of("pull request", "Merge-Anfrage")));

        assertThat(translate(terms, "Will opens Pull Requests? Will will open a Pull Request."))
                .containsValue("Will bcraf Chyy Erdhrfgf? Will jvyy bcra n Merge-Anfrage.");
    }

    @Test
    void translatesPiecewiseIfPlaceholdersWereLost() throws Exception {
        TranslationRequest again =
                new TranslationRequest(GERMAN, Terms.NONE, List.of("Read ⟦1⟧this⟦/1⟧, ⟦2⟧ now."), Map.of(0, "marks"));

        assertThat(translator.translate(again, usages)).containsValue("Ernq ⟦1⟧guvf⟦/1⟧, ⟦2⟧ abj.");
        assertThat(endpoint.asked().getFirst().path("q")).hasSize(3);
    }

    @Test
    void findsTheLanguageByTheCodeOfTheService() throws Exception {
        translator.translate(order("zh", "One text."), usages);
        translator.translate(order("pt-br", "One text."), usages);
        translator.translate(order("de-AT", "One text."), usages);

        assertThat(endpoint.asked())
                .extracting(body -> body.path("target").asString())
                .containsExactly("zh-hans", "pt-br", "de");
        assertThat(endpoint.listed()).isOne();
    }

    @Test
    void reportsAnUnsupportedLanguage() {
        EndpointException refused = catchThrowableOfType(
                EndpointException.class, () -> translator.translate(order("eo", "One text."), usages));

        assertThat(refused.fault()).isEqualTo(EndpointFault.UNSUPPORTED);
        assertThat(refused).hasMessageContaining("Esperanto");
    }

    @Test
    void rejectsAResponseWithAnotherNumberOfTexts() throws Exception {
        endpoint.next(Reply.raw(200, Map.of(), "{\"translatedText\": [\"only one\"]}"));

        assertThat(translate(Terms.NONE, "One text.", "Two texts.")).isEmpty();
    }

    @Test
    void countsItsCalls() throws Exception {
        translate(Terms.NONE, "One text.", "Two texts.");

        assertThat(usages.all()).singleElement().satisfies(usage -> {
            assertThat(usage.model()).isEqualTo("LibreTranslate");
            assertThat(usage.calls()).isOne();
        });
    }

    @Test
    void acceptsTheUrlWithOrWithoutThePath() throws Exception {
        try (LibreTranslator other = new LibreTranslator(
                URI.create(endpoint.url() + "/translate/"), LibreEndpoint.KEY, LIMITS, Clock.systemUTC())) {
            assertThat(other.translate(order("de", "One text."), usages)).containsValue("Bar grkg.");
        }
    }

    private Map<Integer, String> translate(Terms terms, String... texts) throws Exception {
        return translator.translate(new TranslationRequest(GERMAN, terms, List.of(texts), Map.of()), usages);
    }

    private static TranslationRequest order(String target, String text) {
        LanguagePair languages = new LanguagePair(new LanguageTag("en"), new LanguageTag(target));
        return new TranslationRequest(languages, Terms.NONE, List.of(text), Map.of());
    }
}
