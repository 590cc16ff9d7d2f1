package io.eventjobs.worker.session.page;

import java.util.List;
import org.jsoup.nodes.Element;

/** Where an image really is: pages that load late keep it beside {@code src}. */
final class ImageAddress {
    private static final List<String> LATE = List.of("data-src", "data-original", "data-lazy-src", "data-url");

    private ImageAddress() {}

    static String of(Element image) {
        for (String attribute : LATE) {
            if (image.hasAttr(attribute)) {
                return image.absUrl(attribute);
            }
        }
        String src = image.absUrl("src");
        String set = image.hasAttr("srcset") ? image.attr("srcset") : image.attr("data-srcset");
        if ((src.isEmpty() || src.startsWith("data:")) && !set.isBlank()) {
            String first = set.strip().split("[,\\s]", 2)[0];
            image.attr("data-src", first);
            return image.absUrl("data-src");
        }
        return src;
    }
}
