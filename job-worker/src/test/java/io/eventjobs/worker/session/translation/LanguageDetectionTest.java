package io.eventjobs.worker.session.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.session.translation.engine.LanguageTag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectionTest {
    private static final LanguageDetection DETECTION = new LanguageDetection();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | In diesem Vortrag zeigen wir, wie ein verteiltes System geprüft werden kann und warum es den meisten zuerst misslingt. Wir sehen uns Ausfälle an, die nachts geschehen, und was aus ihnen zu lernen ist.",
                "fr | Dans cet exposé, nous montrons comment tester un système distribué et pourquoi la plupart des gens se trompent d'abord. Nous regarderons des pannes qui arrivent la nuit et ce qu'elles nous apprennent.",
                "es | En esta charla mostramos cómo se prueba un sistema distribuido y por qué la mayoría se equivoca al principio. Veremos fallos que ocurren de noche y lo que se puede aprender de ellos cada vez.",
                "pt | Nesta palestra mostramos como testar um sistema distribuído e por que a maioria das pessoas erra no início. Vamos ver falhas que acontecem à noite e o que podemos aprender com elas todos os dias.",
                "nl | In deze lezing laten we zien hoe een gedistribueerd systeem getest kan worden en waarom de meeste mensen het eerst verkeerd doen. We kijken naar storingen die 's nachts gebeuren en wat we ervan leren.",
                "ru | В этом докладе мы покажем, как тестировать распределённые системы и почему у большинства людей это сначала не получается. Мы рассмотрим сбои, которые случаются ночью, и чему они нас учат каждый раз."
            })
    void overrulesTheDeclaredLanguageForALongText(String language, String text) {
        assertThat(DETECTION.detect(new LanguageTag("en"), text)).isEqualTo(new LanguageTag(language));
        assertThat(DETECTION.detect(new LanguageTag(language + "-XX"), text))
                .isEqualTo(new LanguageTag(language + "-xx"));
    }

    /** The limit in ADR 0012 with a margin: 25 MB were measured with texts in five languages. */
    @Test
    void usesLittleMemory() {
        long before = used();
        LanguageDetection detection = new LanguageDetection();
        for (String text : List.of(
                "the quick fox and its friends ", "der schnelle Fuchs und seine Freunde ", "быстрая лиса и друзья ")) {
            detection.detect(new LanguageTag("it"), text.repeat(20));
        }

        assertThat(used() - before).isLessThan(64 << 20);
        assertThat(detection.detect(new LanguageTag("it"), "the quick fox and its friends ".repeat(20)))
                .isEqualTo(new LanguageTag("en"));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void keepsTheDeclaredLanguageForAShortText() {
        assertThat(DETECTION.detect(new LanguageTag("fr"), "Hello everyone, and welcome to this talk."))
                .isEqualTo(new LanguageTag("fr"));
    }

    @Test
    void keepsADeclaredLanguageThatIsUnsupported() {
        assertThat(DETECTION.detect(new LanguageTag("eo"), "This is an English text about tests. ".repeat(20)))
                .isEqualTo(new LanguageTag("eo"));
    }

    @Test
    void examinesMoreTextBeforeOverruling() {
        String quoted =
                "The keynote of last year said that a system is only as good as its operators, who are asleep. ";
        String spoken = "In diesem Vortrag zeigen wir, wie man ein verteiltes System prüft und was dabei misslingt. ";

        assertThat(DETECTION.detect(new LanguageTag("de"), quoted.repeat(5) + spoken.repeat(20)))
                .isEqualTo(new LanguageTag("de"));
        assertThat(DETECTION.detect(new LanguageTag("de"), quoted.repeat(20))).isEqualTo(new LanguageTag("en"));
    }
}
