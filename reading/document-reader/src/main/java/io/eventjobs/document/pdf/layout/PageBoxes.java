package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.CleanText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** Text that lies on a page without being drawn by it: boxes of text and fields of forms that are filled in. */
final class PageBoxes {
    private static final int MAX_BOXES = 200;
    private static final int MAX_PARENTS = 10;

    private PageBoxes() {}

    static List<String> on(PDPage page) throws IOException {
        List<String> texts = new ArrayList<>();
        for (PDAnnotation annotation : page.getAnnotations()) {
            String text = annotation.isHidden() ? "" : CleanText.oneLine(text(annotation.getCOSObject()));
            if (!text.isEmpty() && texts.size() < MAX_BOXES) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String text(COSDictionary annotation) {
        String kind = annotation.getNameAsString(COSName.SUBTYPE, "");
        if (kind.equals("FreeText")) {
            return annotation.getString(COSName.CONTENTS, "");
        }
        boolean isText = inherited(annotation, COSName.FT) instanceof COSName type && type.equals(COSName.TX);
        return kind.equals("Widget") && isText && inherited(annotation, COSName.V) instanceof COSString value
                ? value.getString()
                : "";
    }

    /** A field may have several places, and they its properties. */
    private static COSBase inherited(COSDictionary field, COSName key) {
        COSDictionary at = field;
        for (int parents = 0; parents < MAX_PARENTS; parents++) {
            COSBase value = at.getDictionaryObject(key);
            COSDictionary parent = at.getCOSDictionary(COSName.PARENT);
            if (value != null || parent == null) {
                return value == null ? COSName.NONE : value;
            }
            at = parent;
        }
        return COSName.NONE;
    }
}
