package io.eventjobs.document.pdf.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/** The areas of a page that link to web addresses. */
final class PageLinks {
    private static final int MAX_LINKS = 500;

    private final List<Area> areas;

    private PageLinks(List<Area> areas) {
        this.areas = areas;
    }

    /** The links of an unrotated page; those of rotated pages are ignored. */
    static PageLinks of(PDPage page) throws IOException {
        List<Area> areas = new ArrayList<>();
        PDRectangle box = page.getCropBox();
        if (page.getRotation() == 0) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link
                        && link.getAction() instanceof PDActionURI action
                        && action.getURI() != null
                        && link.getRectangle() != null
                        && areas.size() < MAX_LINKS) {
                    areas.add(Area.of(link.getRectangle(), box, action.getURI()));
                }
            }
        }
        return new PageLinks(areas);
    }

    @Nullable String at(float x, float y) {
        for (Area area : areas) {
            if (area.holds(x, y)) {
                return area.address;
            }
        }
        return null;
    }

    private record Area(float left, float right, float top, float bottom, String address) {
        private static final float TOLERANCE = 2;

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
