package io.eventjobs.document.pdf.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/** The areas of a page that link to web addresses. Not thread-safe. */
final class PageLinks {
    private static final int MAX_LINKS = 500;
    private static final int MAX_BARE = 20;

    private final List<Area> areas;
    /** Addresses that text links to. */
    private final Set<String> covering = new HashSet<>();

    private PageLinks(List<Area> areas) {
        this.areas = areas;
    }

    /** The links of a page. */
    static PageLinks of(PDPage page) throws IOException {
        List<Area> areas = new ArrayList<>();
        PDRectangle box = page.getCropBox();
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && link.getAction() instanceof PDActionURI action
                    && action.getURI() != null
                    && link.getRectangle() != null
                    && areas.size() < MAX_LINKS) {
                areas.add(Area.of(link.getRectangle(), box, action.getURI()));
            }
        }
        return new PageLinks(areas);
    }

    /** The address linked at a place, in points from the upper left corner of the unrotated page. */
    @Nullable String at(float x, float y) {
        for (Area area : areas) {
            if (area.holds(x, y)) {
                covering.add(area.address);
                return area.address;
            }
        }
        return null;
    }

    /** The addresses that no text links to, such as those of pictures. */
    List<String> bare() {
        return areas.stream()
                .map(area -> area.address)
                .distinct()
                .filter(address -> !covering.contains(address))
                .limit(MAX_BARE)
                .toList();
    }

    private record Area(float left, float right, float top, float bottom, String address) {
        private static final float TOLERANCE = 1;

        static Area of(PDRectangle place, PDRectangle box, String address) {
            float top = box.getUpperRightY();
            return new Area(
                    place.getLowerLeftX() - box.getLowerLeftX(),
                    place.getUpperRightX() - box.getLowerLeftX(),
                    top - place.getUpperRightY(),
                    top - place.getLowerLeftY() + TOLERANCE,
                    address);
        }

        boolean holds(float x, float y) {
            return x >= left && x < right && y > top && y <= bottom;
        }
    }
}
