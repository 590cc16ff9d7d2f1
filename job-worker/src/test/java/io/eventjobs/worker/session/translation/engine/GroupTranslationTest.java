package io.eventjobs.worker.session.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.chat.fixture.ChatEndpoint;
import io.eventjobs.worker.chat.fixture.Reply;
import io.eventjobs.worker.usage.ModelUsages;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTranslationTest {
    private static final LanguagePair GERMAN = new LanguagePair(new LanguageTag("en"), new LanguageTag("de"));
    private static final List<String> TEXTS =
            List.of("The first of the texts.", "The second of them.", "The third, with 42.", "The last of the texts.");

    private final ModelUsages usages = new ModelUsages();
    private ChatEndpoint model;
    private ChatClient chat;

    @BeforeEach
    void open() throws IOException {
        model = new ChatEndpoint().says(PretendedLanguage::translated);
        chat = new ChatClient(model.properties(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        chat.close();
        model.close();
        assertThat(model.faults()).isEmpty();
    }

    @Test
    void translatesAllInOneCall() throws Exception {
        GroupTranslation.Result result = translate(Terms.NONE, 10);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.translations())
                .hasSize(4)
                .containsEntry(TEXTS.getFirst(), PretendedLanguage.of(TEXTS.getFirst()));
        assertThat(model.questions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I cannot do that.", "{}", "[]", "{\"segments\": 5}", "{\"segments\": [{\"n\": 1"})
    void asksAgainInHalvesIfTheResponseIsUnreadable(String nonsense) throws Exception {
        model.next(Reply.text(nonsense));

        assertThat(translate(Terms.NONE, 10).isComplete()).isTrue();
        assertThat(model.questions()).hasSize(3);
    }

    @Test
    void repeatsTheTextsOfATruncatedResponse() throws Exception {
        model.next(Reply.cut("{\"segments\": [{\"n\": 1, \"text\": \"Gur"));

        assertThat(translate(Terms.NONE, 10).isComplete()).isTrue();
        assertThat(model.questions()).hasSize(3);
        assertThat(model.questions().subList(1, 3))
                .flatExtracting(PretendedLanguage::texts)
                .containsExactlyElementsOf(TEXTS);
    }

    @Test
    void repeatsOnlyAWrongTranslationAndStatesTheFault() throws Exception {
        model.next(PretendedLanguage.answer(Map.of(
                1, PretendedLanguage.of(TEXTS.get(0)),
                2, PretendedLanguage.of(TEXTS.get(1)),
                3, "Gur guveq, jvgu 43.",
                4, PretendedLanguage.of(TEXTS.get(3)))));

        assertThat(translate(Terms.NONE, 10).isComplete()).isTrue();
        assertThat(model.questions()).hasSize(2);
        assertThat(PretendedLanguage.segments(model.questions().getLast()))
                .singleElement()
                .satisfies(segment -> {
                    assertThat(segment.path("text").asString()).isEqualTo(TEXTS.get(2));
                    assertThat(segment.path("refused").asString()).contains("numbers");
                });
    }

    @Test
    void rejectsAResponseWithTwoTranslationsOfOneText() throws Exception {
        model.next(Reply.text(
                "{\"segments\": [{\"n\": 1, \"text\": \"Ein Text hier.\"}, {\"n\": 1, \"text\": \"Zwei.\"}]}"));

        assertThat(translate(Terms.NONE, 10).translations())
                .doesNotContainValue("Ein Text hier.")
                .hasSize(4);
    }

    @Test
    void leavesATextUntranslatedWhoseTranslationStaysWrong() throws Exception {
        model.says(PretendedLanguage.but(text -> text.replace("42", "7")));

        GroupTranslation.Result result = translate(Terms.NONE, 10);

        assertThat(result.untranslated()).containsExactly(TEXTS.get(2));
        assertThat(result.translations()).hasSize(3);
        assertThat(result.faults()).containsExactly("its numbers are not those of the text");
        assertThat(result.isComplete()).isFalse();
        assertThat(model.questions()).hasSize(2);
    }

    @Test
    void asksAgainUntilTheRepairBudgetIsSpent() throws Exception {
        model.says(question -> Reply.text("no"));

        assertThat(translate(Terms.NONE, 3).untranslated()).isEqualTo(TEXTS);
        assertThat(model.questions()).hasSize(4);
    }

    @Test
    void acceptsATranslationWithoutGlossaryTermsAsALastResort() throws Exception {
        Terms terms = new Terms(List.of(), new TreeMap<>(Map.of("texts", "Text-Stücke", "elephant", "Elefant")));

        GroupTranslation.Result result = translate(terms, 10);

        assertThat(result.untranslated()).isEmpty();
        assertThat(result.faults()).containsExactly("it does not use the terms of the glossary");
        assertThat(model.questions().getFirst().content())
                .contains("Text-Stücke")
                .doesNotContain("elephant");
    }

    @Test
    void makesNoCallsAfterALastingFailure() throws Exception {
        model.says(question -> Reply.status(403, "no"));
        RepairBudget budget = new RepairBudget(10);

        GroupTranslation group = new GroupTranslation(new ChatTranslator(chat, 2), GERMAN, Terms.NONE, usages, budget);

        assertThat(group.translate(TEXTS).untranslated()).isEqualTo(TEXTS);
        assertThat(group.translate(TEXTS).untranslated()).isEqualTo(TEXTS);
        assertThat(budget.isOver()).isTrue();
        assertThat(model.questions()).hasSize(1);
    }

    private GroupTranslation.Result translate(Terms terms, int repairs) throws InterruptedException {
        return new GroupTranslation(new ChatTranslator(chat, 2), GERMAN, terms, usages, new RepairBudget(repairs))
                .translate(TEXTS);
    }
}
