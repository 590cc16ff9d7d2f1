package io.eventjobs.page;

import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Test pages, and shorthands for the results of reading them. */
public final class TestPages {
    public static final URI ADDRESS = URI.create("https://conf.test/2025/schedule/event/4711/");

    private TestPages() {}

    /** A page from the folder {@code page} of the test resources. */
    public static SessionPage file(String name) {
        return file(name, ADDRESS.toString());
    }

    /** The same page at another address. */
    public static SessionPage file(String name, String address) {
        try (InputStream in = TestPages.class.getResourceAsStream("/page/" + name)) {
            byte[] body = Objects.requireNonNull(in, name).readAllBytes();
            return new PageReader().read(new PageSource(body, "utf-8", URI.create(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SessionPage html(String html) {
        return read(html.getBytes(StandardCharsets.UTF_8), "utf-8");
    }

    public static SessionPage read(byte[] body, String charset) {
        return new PageReader().read(new PageSource(body, charset, ADDRESS));
    }

    public static List<String> values(SessionPage page, FactName name) {
        return page.facts().all(name).stream().map(Fact::value).toList();
    }

    /** Value and source, as {@code value (source)}. */
    public static String told(SessionPage page, FactName name) {
        return page.facts()
                .first(name)
                .map(fact -> fact.value() + " (" + fact.source() + ")")
                .orElse("nothing");
    }

    public static List<String> addresses(SessionPage page, PageLink.Kind kind) {
        return page.links(kind).stream().map(PageLink::address).toList();
    }
}
