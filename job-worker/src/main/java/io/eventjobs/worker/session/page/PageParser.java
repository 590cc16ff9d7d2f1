package io.eventjobs.worker.session.page;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Text to a document of bounded depth and size: what comes after {@value #MOST_TAGS} tags is not read. */
final class PageParser {
    static final int MOST_TAGS = 200_000;
    private static final int DEEPEST = 512;

    private PageParser() {}

    /** @param whole whether all of the text was read */
    record Parsed(Document document, boolean whole) {}

    static Parsed parse(String text, URI address) {
        int end = end(text);
        String read = end < text.length() ? text.substring(0, end) : text;
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document document = read.indexOf('<') < 0
                ? paragraphs(read, address.toString())
                : Jsoup.parse(read, address.toString(), parser);
        return new Parsed(document, end == text.length());
    }

    /** Plain text: an empty line ends a paragraph. */
    private static Document paragraphs(String text, String address) {
        Document document = Document.createShell(address);
        Element paragraph = document.body().appendElement("p");
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank()) {
                paragraph = document.body().appendElement("p");
            } else {
                paragraph.appendText(line + "\n");
            }
        }
        return document;
    }

    private static int end(String text) {
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            boolean opens = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
            tags += opens ? 1 : 0;
            if (tags > MOST_TAGS) {
                return at;
            }
        }
        return text.length();
    }
}
