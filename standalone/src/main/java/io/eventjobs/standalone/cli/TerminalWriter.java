package io.eventjobs.standalone.cli;

import io.eventjobs.standalone.client.TerminalText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes text on as {@link TerminalText#safe}. */
final class TerminalWriter extends FilterWriter {
    TerminalWriter(Writer terminal) {
        super(terminal);
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
}
