package io.eventjobs.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a Map<Key, Value> of lists",
                "#include <vector.h>",
                "vector<b> without an end",
                "if i<n and n>j",
                "a<b then c>d",
                "x<s and y",
                "x<v and y>z",
                "the <div> and the <section id=\"a\">",
                "std::array<int, 3> a",
                "<T extends Comparable<T>>",
                "<?php echo 1; ?>",
                "a <=> b",
                "an <article> with <em>stress</em> and a <span>",
                "the last is a<b",
            })
    void keepsBracketsThatAreNoTags(String raw) {
        assertThat(CueText.of(raw)).containsExactly(new CueText(null, raw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<I>loud</I> <B>er</B> | loud er",
                "in<i>side</i> a word | inside a word",
                "<font color=\"#fff\">white</font> <FONT FACE='x'>type</FONT> | white type",
                "<u>under</u> <lang de>said</lang> | under said",
                "{\\an8}{\\i1}up{\\i0} here | up here",
                "<c.yellow.bg_blue>one</c><00:00:01.440><c> two</c> | one two",
                "<ruby>字<rt>ji</rt></ruby> | 字ji",
            })
    void dropsTags(String raw, String text) {
        assertThat(CueText.of(raw)).containsExactly(new CueText(null, text));
    }

    @Test
    void breaksLinesWhereATagDoes() {
        assertThat(CueText.of("one<br>two<BR/>three")).containsExactly(new CueText(null, "one\ntwo\nthree"));
    }

    @Test
    void replacesHalfOfASurrogatePair() {
        assertThat(CueText.of("a \ud83d b \udc4d c 👍")).containsExactly(new CueText(null, "a \ufffd b \ufffd c 👍"));
    }

    @Test
    void costsTheSamePerCharacterWhateverItHolds() {
        for (String hostile : new String[] {"x<i>", "<v a", "<b", "{\\", "<font ", "a<00:", "</i>", "<lang x"}) {
            assertThat(ReadingCost.inOrdinaryTexts(hostile, "plain words <i>and</i> more ", CueText::of))
                    .as(hostile)
                    .isLessThan(ReadingCost.MAX_ORDINARY_TEXTS);
        }
    }
}
