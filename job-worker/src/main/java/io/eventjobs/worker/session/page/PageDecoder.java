package io.eventjobs.worker.session.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Bytes to a document: charset by byte order mark, host, page, else UTF-8 if it is valid, else windows-1252. Depth is bounded. */
final class PageDecoder {
    private static final int DEEPEST = 512;
    private static final Charset LATIN = Charset.forName("windows-1252");

    private PageDecoder() {}

    static Document parse(PageSource source) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        String base = source.address().toString();
        String charset = charset(source);
        try {
            return Jsoup.parse(new ByteArrayInputStream(source.body()), charset, base, parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null lets the parser look for a byte order mark and the page's own word. */
    private static @Nullable String charset(PageSource source) {
        if (source.charset() != null && isKnown(source.charset())) {
            return source.charset();
        }
        return namesOwnCharset(source.body()) || isUtf8(source.body()) ? null : LATIN.name();
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private static boolean namesOwnCharset(byte[] body) {
        String head =
                new String(body, 0, Math.min(body.length, 4096), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return head.contains("charset=") || head.startsWith("<?xml") && head.contains("encoding=");
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
