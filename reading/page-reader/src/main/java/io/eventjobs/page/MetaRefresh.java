package io.eventjobs.page;

import io.eventjobs.page.dom.AbsoluteAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/**
 * The forwarding that a page declares in {@code <meta http-equiv=refresh>}.
 *
 * @param delay after which a browser follows it
 * @param target absolute http or https address other than the page's own
 */
public record MetaRefresh(Duration delay, URI target) {
    /** Only the first bytes of a page are searched: its head. */
    private static final int HEAD = 65_536;

    private static final int MAX_DELAY_DIGITS = 6;
    private static final Pattern CONTENT = Pattern.compile(
            "\\s*+(\\d{0," + MAX_DELAY_DIGITS + "}+)[\\d.]*+\\s*+[;,\\s]\\s*+(?:url\\s*+=\\s*+)?+(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * The forwarding of a page; empty if there is none, if it leads to the page itself, or if it is meant for browsers without scripts.
     * Pure; does not throw because of the page's content.
     */
    public static Optional<MetaRefresh> of(PageSource source) {
        String text = PageDecoder.text(source);
        String head = text.substring(0, Math.min(text.length(), HEAD));
        Document page =
                PageParser.parse(head, source.contentType(), source.address()).document();
        return of(page.select("meta"), source.address());
    }

    static Optional<MetaRefresh> of(List<Element> metas, URI address) {
        return metas.stream()
                .filter(meta -> meta.attr("http-equiv").strip().equalsIgnoreCase("refresh"))
                .filter(meta -> meta.closest("noscript") == null)
                .findFirst()
                .flatMap(meta -> parsed(meta.attr("content"), meta.baseUri()))
                .filter(refresh -> !withoutFragment(refresh.target()).equals(withoutFragment(address)));
    }

    private static Optional<MetaRefresh> parsed(String content, String base) {
        Matcher parts = CONTENT.matcher(content);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String address = AbsoluteAddress.of(
                new Element(Tag.valueOf("a"), base)
                        .attr("href", withoutQuotes(parts.group(2).strip())),
                "href");
        String seconds = parts.group(1);
        try {
            URI target = new URI(address);
            boolean isWeb = address.regionMatches(true, 0, "http", 0, 4) && target.getHost() != null;
            return isWeb
                    ? Optional.of(new MetaRefresh(
                            Duration.ofSeconds(seconds.isEmpty() ? 0 : Integer.parseInt(seconds)), target))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String withoutQuotes(String written) {
        char first = written.isEmpty() ? ' ' : written.charAt(0);
        if (first != '"' && first != '\'') {
            return written;
        }
        int end = written.indexOf(first, 1);
        return written.substring(1, end < 0 ? written.length() : end);
    }

    private static String withoutFragment(URI address) {
        String written = address.toString();
        int fragment = written.indexOf('#');
        return fragment < 0 ? written : written.substring(0, fragment);
    }
}
