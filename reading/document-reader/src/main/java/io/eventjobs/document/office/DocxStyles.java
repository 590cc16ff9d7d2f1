package io.eventjobs.document.office;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;

/** Interprets Word styles by their names, which are English in every language version, or by those of their base styles. */
final class DocxStyles {
    private static final Pattern HEADING = Pattern.compile("heading (\\d)");
    private static final Pattern CODE = Pattern.compile("\\bcode\\b|source|preformatted|verbatim|plain text");

    private final @Nullable XWPFStyles styles;

    DocxStyles(@Nullable XWPFStyles styles) {
        this.styles = styles;
    }

    /** The level of a heading; 0 for other styles. */
    int heading(@Nullable String id) {
        Set<String> seen = new HashSet<>();
        for (XWPFStyle style = style(id); style != null && seen.add(style.getStyleId()); style = basis(style)) {
            String name = name(style);
            Matcher heading = HEADING.matcher(name);
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1));
            }
            if (name.equals("title")) {
                return 1;
            }
            if (name.equals("subtitle")) {
                return 2;
            }
        }
        return 0;
    }

    boolean isCode(@Nullable String id) {
        XWPFStyle style = style(id);
        return style != null && CODE.matcher(name(style)).find();
    }

    private @Nullable XWPFStyle style(@Nullable String id) {
        return id == null || styles == null ? null : styles.getStyle(id);
    }

    private @Nullable XWPFStyle basis(XWPFStyle style) {
        return style(style.getBasisStyleID());
    }

    private static String name(XWPFStyle style) {
        return style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
    }
}
