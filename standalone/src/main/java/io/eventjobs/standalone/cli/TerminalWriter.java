package io.eventjobs.standalone.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Passes text on without characters that control a terminal: what hosts and pages say reaches the terminal of an operator. Line breaks,
 * tabs and colours remain.
 */
final class TerminalWriter extends FilterWriter {
    /** An escape that does not begin a colour (SGR), other controls of C0 and C1, and marks that change the direction of text. */
    private static final Pattern CONTROLS = Pattern.compile(
            "\u001b(?!\\[[0-9;]*m)|[\\p{Cntrl}&&[^\n\r\t\u001b]]|[\u0080-\u009f\u202a-\u202e\u2066-\u2069]");

    private static final String REPLACEMENT = "\ufffd";

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
        out.write(CONTROLS.matcher(text.substring(offset, offset + length)).replaceAll(REPLACEMENT));
    }
}
