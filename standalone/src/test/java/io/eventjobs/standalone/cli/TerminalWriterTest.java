package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {
    private final StringWriter terminal = new StringWriter();
    private final TerminalWriter writer = new TerminalWriter(new PrintWriter(terminal));

    @Test
    void replacesWhatControlsATerminal() throws IOException {
        writer.write("text/\u001b]0;title\u0007\u001b[2J\u009b1m\u202e\b");

        assertThat(terminal).hasToString("text/\ufffd]0;title\ufffd\ufffd[2J\ufffd1m\ufffd\ufffd");
    }

    @Test
    void keepsLinesTabsAndColours() throws IOException {
        writer.write("\u001b[1;31mred\u001b[0m\tnext\r\n".toCharArray(), 0, 20);

        assertThat(terminal).hasToString("\u001b[1;31mred\u001b[0m\tnext\r\n".substring(0, 20));
    }

    @Test
    void replacesStylesThatHideText() throws IOException {
        writer.write("\u001b[8mhidden\u001b[0m \u001b[7mreversed");

        assertThat(terminal).hasToString("\ufffd[8mhidden\u001b[0m \ufffd[7mreversed");
    }

    @Test
    void whoWritesLearnsThatNobodyReadsAnyLonger() {
        PrintWriter closed = new PrintWriter(new OutputStream() {
            @Override
            public void write(int character) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        PrintWriter out = new PrintWriter(new TerminalWriter(closed));
        out.print("line");

        assertThat(out.checkError()).isTrue();
    }
}
