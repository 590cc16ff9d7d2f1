package io.eventjobs.page.markdown;

import io.eventjobs.markdown.LinkTarget;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** Finds the address of an image, lazily loaded or not, and its alternative text. */
final class ImageSource {
    private static final List<String> LAZY = List.of(
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-lazy",
            "data-orig-file",
            "data-full-src",
            "data-hi-res-src",
            "data-url");
    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset");
    private static final Set<String> STAND_INS = Set.of(
            "blank.gif",
            "spacer.gif",
            "placeholder",
            "1x1",
            "transparent.gif",
            "pixel.gif",
            "lazy.gif",
            "loading.gif",
            "trans.gif");
    private static final List<String> INLINE = List.of(
            "data:image/png;base64,",
            "data:image/jpeg;base64,",
            "data:image/gif;base64,",
            "data:image/webp;base64,",
            "data:image/avif;base64,");
    private static final int MIN_INLINE_LENGTH = 1_500;
    private static final int MAX_INLINE_LENGTH = 6_000_000;
    private static final int MAX_TEXT_LENGTH = 1_000;

    private ImageSource() {}

    /** Null if no image is visible. */
    static Markdown.@Nullable Image of(Element image) {
        if (isTiny(image) || isEmoji(image)) {
            return null;
        }
        String address = address(image);
        return address == null ? null : new Markdown.Image(address, line(image.attr("alt")));
    }

    /** An image that represents a single character. */
    static boolean isEmoji(Element image) {
        String alt = image.attr("alt");
        String names = image.className().toLowerCase(Locale.ROOT);
        return !alt.isEmpty() && alt.length() <= 8 && (names.contains("emoji") || names.contains("smiley"));
    }

    private static @Nullable String address(Element image) {
        for (String attribute : LAZY) {
            String address = usable(image, image.attr(attribute));
            if (address != null) {
                return address;
            }
        }
        String source = usable(image, image.attr("src"));
        if (source != null) {
            return source;
        }
        String widest = widest(image);
        Element picture = image.parent();
        if (widest != null) {
            return widest;
        }
        String otherwise = withoutScripts(image);
        if (otherwise != null) {
            return otherwise;
        }
        if (picture == null || !picture.normalName().equals("picture")) {
            return inline(image.attr("src").strip());
        }
        for (Element choice : picture.children()) {
            String other = choice == image ? null : widest(choice);
            if (other != null) {
                return other;
            }
        }
        return inline(image.attr("src").strip());
    }

    /** The image in the {@code noscript} element that follows a lazily loaded one. */
    private static @Nullable String withoutScripts(Element image) {
        Element next = image.nextElementSibling();
        Element shown = next != null && next.normalName().equals("noscript") ? next.selectFirst("img") : null;
        return shown == null ? null : usable(shown, shown.attr("src"));
    }

    /** An image in a {@code data:} address, unless it is only a placeholder. */
    private static @Nullable String inline(String address) {
        boolean image = address.length() >= MIN_INLINE_LENGTH
                && address.length() <= MAX_INLINE_LENGTH
                && INLINE.stream().anyMatch(type -> address.regionMatches(true, 0, type, 0, type.length()));
        return image ? address : null;
    }

    private static @Nullable String usable(Element image, String written) {
        String address = written.strip();
        if (address.isEmpty() || address.startsWith("data:") || address.indexOf('{') >= 0) {
            return null;
        }
        String lower = address.toLowerCase(Locale.ROOT);
        if (STAND_INS.stream().anyMatch(lower::contains)) {
            return null;
        }
        String absolute = absolute(address, image);
        boolean web = absolute.regionMatches(true, 0, "http", 0, 4);
        return web ? LinkTarget.address(absolute) : null;
    }

    /** The widest candidate of a {@code srcset}. Its addresses may contain commas, so they end at white space. */
    private static @Nullable String widest(Element element) {
        String best = null;
        double max = -1;
        for (String attribute : SETS) {
            String[] parts = element.attr(attribute).strip().split("\\s+");
            for (int i = 0; i < parts.length; i++) {
                String address = parts[i].endsWith(",") ? parts[i].substring(0, parts[i].length() - 1) : parts[i];
                boolean described = i + 1 < parts.length && !parts[i].endsWith(",");
                double width = described ? width(parts[i + 1]) : 1;
                i += described ? 1 : 0;
                String usable = width > max ? usable(element, address) : null;
                if (usable != null) {
                    best = usable;
                    max = width;
                }
            }
        }
        return best;
    }

    private static double width(String descriptor) {
        int end = 0;
        while (end < descriptor.length()
                && end < 9
                && (Character.isDigit(descriptor.charAt(end)) || descriptor.charAt(end) == '.')) {
            end++;
        }
        try {
            return end == 0 ? 1 : Double.parseDouble(descriptor.substring(0, end));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static boolean isTiny(Element image) {
        return isTiny(image.attr("width")) || isTiny(image.attr("height"));
    }

    private static boolean isTiny(String size) {
        String number = size.strip().replace("px", "");
        return number.equals("0") || number.equals("1") || number.equals("2");
    }

    static String line(String text) {
        String line =
                text.substring(0, Math.min(text.length(), MAX_TEXT_LENGTH)).replaceAll("[\\s\\p{Cntrl}\\u00a0]+", " ");
        return line.strip();
    }

    /** The resolved address; empty if it cannot be resolved. */
    private static String absolute(String written, Element image) {
        return new Element(Tag.valueOf("a"), image.baseUri())
                .attr("href", written)
                .absUrl("href");
    }
}
