package io.eventjobs.document.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void writesNumbersInRaisedAndLoweredShapes() {
        assertThat(Script.raised("-9", "10")).isEqualTo("⁻⁹");
        assertThat(Script.lowered("2")).isEqualTo("₂");
    }

    @Test
    void marksOtherText() {
        assertThat(Script.raised("k", "x")).isEqualTo("^k");
        assertThat(Script.raised("k+1", "2")).isEqualTo("^(k+1)");
        assertThat(Script.lowered("max")).isEqualTo("_(max)");
    }

    @Test
    void leavesWholeSentencesAsTheyAre() {
        assertThat(Script.raised("a remark that is set small", "Title")).isEqualTo("a remark that is set small");
    }

    @Test
    void leavesOrdinalsAndMarksOnTheLine() {
        assertThat(Script.raised("st", "1")).isEqualTo("st");
        assertThat(Script.raised("TM", "Name")).isEqualTo("TM");
        assertThat(Script.raised("®", "Name")).isEqualTo("®");
    }
}
