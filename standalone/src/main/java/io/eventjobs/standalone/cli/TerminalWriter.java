package io.eventjobs.standalone.cli;

import io.eventjobs.standalone.client.TerminalText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;

/** Passes text on as {@link TerminalText#safe}. */
final class TerminalWriter extends FilterWriter {
    private final PrintWriter terminal;

    TerminalWriter(PrintWriter terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        write(new String(characters, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(TerminalText.safe(text.substring(offset, offset + length)));
    }

    /** Tells whoever asks whether anybody still reads, which the terminal's writer keeps to itself. */
    @Override
    public void flush() throws IOException {
        if (terminal.checkError()) {
            throw new IOException("the output is closed");
        }
    }
}
