package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerTurnsTest {
    @Test
    void areTheVoicesOfWebVttEachItsOwnParagraph() {
        assertThatPassages(
                        "<v Ada>Who asks?</v>\n<v.loud Bo Muster>I do.",
                        "<v Bo Muster>And why not?",
                        "Nobody <i>is</i> named here.")
                .containsExactly(
                        tuple("Ada", "Who asks?"), tuple("Bo Muster", "I do. And why not? Nobody is named here."));
    }

    @Test
    void startWhereCaptionersMarkAChange() {
        assertThatPassages("Any questions?", "&gt;&gt; Yes, one.", "It is long.", ">> Go on.")
                .containsExactly(
                        tuple(null, "Any questions?"), tuple(null, "Yes, one. It is long."), tuple(null, "Go on."));
    }

    @Test
    void areNamedBehindTheMark() {
        assertThatPassages(">> ADA EXAMPLE: Good morning.", "It is early.\n>> BO: It is.", ">> Who said that?")
                .containsExactly(
                        tuple("ADA EXAMPLE", "Good morning. It is early."),
                        tuple("BO", "It is."),
                        tuple(null, "Who said that?"));
    }

    @Test
    void areNamedIfALabelRecurs() {
        assertThatPassages(
                        "Host: Welcome.", "Ada Example: Thank you.", "Host: And now", "Ada Example: the talk: tests.")
                .containsExactly(
                        tuple("Host", "Welcome."),
                        tuple("Ada Example", "Thank you."),
                        tuple("Host", "And now"),
                        tuple("Ada Example", "the talk: tests."));
    }

    @Test
    void areNamedAsOtherLanguagesWriteLabels() {
        assertThatPassages("主持人：大家好", "Élodie : Bonjour.", "主持人：再见", "Élodie : Au revoir.")
                .containsExactly(
                        tuple("主持人", "大家好"),
                        tuple("Élodie", "Bonjour."),
                        tuple("主持人", "再见"),
                        tuple("Élodie", "Au revoir."));
    }

    @Test
    void beginAtEachDashOfADialogue() {
        assertThatPassages("Look at it.", "- Is it green?\n– It is.", "And so it stays.", "- only a list item")
                .containsExactly(
                        tuple(null, "Look at it."),
                        tuple(null, "Is it green?"),
                        tuple(null, "It is. And so it stays. - only a list item"));
    }

    @Test
    void areNamedOnceWhereMostLinesNameOne() {
        assertThatPassages("Ada: Hello.", "Ada: I am glad.", "Bo Ray: Yes.", "as am I.")
                .containsExactly(tuple("Ada", "Hello. I am glad."), tuple("Bo Ray", "Yes. as am I."));
    }

    @Test
    void areNotMadeOfQuotes() {
        assertThatPassages("»Ja«, sagte sie.", "»Nein«, sagte er.")
                .containsExactly(tuple(null, "»Ja«, sagte sie. »Nein«, sagte er."));
    }

    @Test
    void areNotMadeOfAColonInASentence() {
        assertThatPassages("Remember this: test.", "Note: once only.", "see https://conf.test", "10:30 is late.")
                .containsExactly(
                        tuple(null, "Remember this: test. Note: once only. see https://conf.test 10:30 is late."));
    }

    @Test
    void partATextWithoutTimes() {
        assertThat(Subtitles.readGiven(
                                "Host: Welcome.\nAda: Thanks.\nI am glad.\nHost: So am I.\nAda: Good.",
                                Chapters.NONE,
                                "request")
                        .transcript()
                        .passages())
                .containsExactly(
                        new Passage(null, "Host", "Welcome."),
                        new Passage(null, "Ada", "Thanks. I am glad."),
                        new Passage(null, "Host", "So am I."),
                        new Passage(null, "Ada", "Good."));
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "A", "A ", "A: ", ">> A", "Aa Bb ", "»", "A'"})
    @Timeout(60)
    void areFoundInLinearTimeInAnyText(String hostile) {
        double cost = ReadingCost.inOrdinaryTexts(
                hostile,
                "Ada: An ordinary sentence of a transcript, which ends here.\n",
                text -> Subtitles.readGiven(text, Chapters.NONE, "request"));

        assertThat(cost).isLessThan(ReadingCost.MAX_ORDINARY_TEXTS);
    }

    private static AbstractListAssert<?, ?, Tuple, ?> assertThatPassages(String... cues) {
        StringBuilder file = new StringBuilder("WEBVTT\n\n");
        Arrays.stream(cues)
                .forEach(cue ->
                        file.append("00:01.000 --> 00:02.000\n").append(cue).append("\n\n"));
        return assertThat(Subtitles.readGiven(file.toString(), Chapters.NONE, "x")
                        .transcript()
                        .passages())
                .extracting(Passage::voice, Passage::text);
    }
}
