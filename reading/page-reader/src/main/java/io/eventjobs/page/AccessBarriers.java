package io.eventjobs.page;

import io.eventjobs.page.dom.VisibleText;
import io.eventjobs.page.extraction.ConsentText;
import io.eventjobs.page.facts.PageElements;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Detects what blocks access to the content: a bot check, an error page served with status 200, an empty page that scripts would fill, a
 * login, a paywall, a consent dialog. So that an article about such topics is not mistaken for a barrier, every barrier but a paywall
 * requires a page with little other text.
 */
final class AccessBarriers {
    /** A page with more text than this has real content, even if it contains barrier phrases. */
    private static final int MUCH = 600;

    private static final int READ = 4_000;
    private static final int HEADING = 300;
    private static final Pattern NOT_FREE = Pattern.compile("isAccessibleForFree\"\\s*+:\\s*+\"?[Ff]alse");
    private static final Map<String, Barrier> ALL = read();

    private AccessBarriers() {}

    /** @param phrases in lower case */
    private record Barrier(String warning, List<String> phrases) {
        boolean isIn(String text) {
            return phrases.stream().anyMatch(text::contains);
        }
    }

    /** Warnings for the reader of the document, one sentence per barrier; empty if there is none. */
    static List<String> warnings(PageElements page, String markdown) {
        List<String> warnings = new ArrayList<>();
        String shown = markdown.length() < 4 * MUCH
                ? lower(page.document().title() + "\n"
                        + VisibleText.of(page.document().body(), READ))
                : "";
        if (markdown.length() < MUCH) {
            boolean little = markdown.length() < MUCH / 2;
            add(warnings, "check", shown, true);
            add(warnings, "error", lower(page.document().title() + "\n" + heading(page)), warnings.isEmpty());
            add(warnings, "script", shown + unseen(page), little && warnings.isEmpty());
            add(warnings, "login", shown, little && warnings.isEmpty());
            if (little && page.asksForAPassword() && warnings.isEmpty()) {
                warnings.add(barrier("login").warning());
            }
        }
        if (isConsentDialog(page, markdown)) {
            warnings.add(barrier("consent").warning());
        }
        if (isPaid(page) || barrier("paywall").isIn(withoutFrame(page, shown))) {
            warnings.add(barrier("paywall").warning());
        }
        return warnings;
    }

    /** A consent dialog with more text than the rest of the page; one that merely covers an article does not count. */
    private static boolean isConsentDialog(PageElements page, String markdown) {
        if (markdown.length() >= MUCH * 2) {
            return false;
        }
        ConsentText consent = ConsentText.of(page.document().body());
        return consent.consentLength() > 0
                && consent.otherLength() < MUCH / 2
                && consent.consentLength() > consent.otherLength();
    }

    /** Many free pages have a subscription link in the header or footer; those do not count. */
    private static String withoutFrame(PageElements page, String shown) {
        if (shown.isEmpty()) {
            return shown;
        }
        Set<Element> frame = Collections.newSetFromMap(new IdentityHashMap<>());
        frame.addAll(page.bars());
        return lower(
                page.document().title() + "\n" + VisibleText.of(page.document().body(), frame, READ));
    }

    private static void add(List<String> warnings, String name, String text, boolean counts) {
        if (counts && barrier(name).isIn(text)) {
            warnings.add(barrier(name).warning());
        }
    }

    private static Barrier barrier(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private static String heading(PageElements page) {
        Element heading = page.headings().first();
        return heading == null ? "" : VisibleText.of(heading, HEADING);
    }

    /** The text of {@code noscript} elements. */
    private static String unseen(PageElements page) {
        StringBuilder text = new StringBuilder();
        page.noscripts().stream().limit(10).forEach(one -> text.append('\n').append(lower(one.text())));
        return text.substring(0, Math.min(text.length(), READ));
    }

    /** Whether the page declares itself paid content to search engines, in schema.org data or a meta element. */
    private static boolean isPaid(PageElements page) {
        return page.scripts().stream()
                        .filter(script -> script.attr("type").trim().equalsIgnoreCase("application/ld+json"))
                        .limit(20)
                        .map(Element::data)
                        .anyMatch(data -> data.contains("isAccessibleForFree")
                                && NOT_FREE.matcher(data).find())
                || page.content("article:content_tier").equalsIgnoreCase("locked");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Barrier> read() {
        try (InputStream in = Objects.requireNonNull(AccessBarriers.class.getResourceAsStream("access-barriers.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, Barrier> barriers = new LinkedHashMap<>();
            Barrier barrier = new Barrier("", new ArrayList<>());
            String name = "";
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                if (line.startsWith("[")) {
                    name = line.substring(1, line.indexOf(']'));
                } else if (!name.isEmpty() && !line.isEmpty()) {
                    barrier = new Barrier(line, new ArrayList<>());
                    barriers.put(name, barrier);
                    name = "";
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    barrier.phrases().add(line);
                }
            }
            return barriers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
