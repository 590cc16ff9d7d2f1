package io.eventjobs.document.pdf.layout;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/** Whether a page has images, by its resources; nothing is decoded. */
final class PageImages {
    private static final int MAX_DEPTH = 3;

    private PageImages() {}

    static boolean areOn(PDPage page) throws IOException {
        return page.getResources() != null
                && areIn(page.getResources().getCOSObject(), 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean areIn(COSDictionary resources, int depth, Set<COSDictionary> seen) {
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null || depth == MAX_DEPTH || !seen.add(objects)) {
            return false;
        }
        for (COSName name : objects.keySet()) {
            COSBase object = objects.getDictionaryObject(name);
            if (object instanceof COSDictionary drawn) {
                COSName kind = drawn.getCOSName(COSName.SUBTYPE);
                COSDictionary inner = drawn.getCOSDictionary(COSName.RESOURCES);
                if (COSName.IMAGE.equals(kind) || inner != null && areIn(inner, depth + 1, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
