package io.eventjobs.template;

import java.io.IOException;
import java.io.Writer;

/** A writer that fails once the text would exceed a maximum length. */
final class BoundedWriter extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int max;
    private boolean overflowed;

    BoundedWriter(int maxCharacters) {
        this.max = maxCharacters;
    }

    boolean overflowed() {
        return overflowed;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        require(length);
        text.append(characters, offset, length);
    }

    @Override
    public void write(String part, int offset, int length) throws IOException {
        require(length);
        text.append(part, offset, offset + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    private void require(int more) throws IOException {
        if (more > max - text.length()) {
            overflowed = true;
            throw new IOException("text must have at most " + max + " characters");
        }
    }
}
