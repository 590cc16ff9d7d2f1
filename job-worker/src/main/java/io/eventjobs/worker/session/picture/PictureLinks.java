package io.eventjobs.worker.session.picture;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.page.PageImage;

/** Replaces addresses of images by files of the bundle, in Markdown that {@code PageReader} wrote. */
public final class PictureLinks {
    private PictureLinks() {}

    /** @param local address of the file, relative to the document */
    public static String localized(String markdown, PageImage image, String local) {
        String text = Escape.text(image.text());
        return replaced(markdown, image, "![" + text + "](" + local);
    }

    /** Its alternative text is kept. */
    public static String withoutImage(String markdown, PageImage image) {
        String text = Escape.text(image.text());
        String start = start(image);
        StringBuilder without = new StringBuilder();
        int from = 0;
        for (int at = markdown.indexOf(start); at >= 0; at = markdown.indexOf(start, from)) {
            int end = end(markdown, at + start.length());
            without.append(markdown, from, at).append(end < 0 ? start : text);
            from = end < 0 ? at + start.length() : end;
        }
        return without.append(markdown, from, markdown.length()).toString();
    }

    private static String replaced(String markdown, PageImage image, String other) {
        String start = start(image);
        String local = markdown;
        for (String next : new String[] {")", " \""}) {
            // In table cells, bars are escaped once more.
            local = local.replace(start + next, other + next).replace(barred(start) + next, barred(other) + next);
        }
        return local;
    }

    private static String barred(String text) {
        return text.replace("|", "\\|");
    }

    private static String start(PageImage image) {
        return "![" + Escape.text(image.text()) + "](" + LinkTarget.ofImage(image.address());
    }

    /** The position after the parenthesis that ends the image; -1 if there is something else. */
    private static int end(String markdown, int from) {
        if (markdown.startsWith(")", from)) {
            return from + 1;
        }
        if (!markdown.startsWith(" \"", from)) {
            return -1;
        }
        int at = from + 2;
        while (at < markdown.length() && markdown.charAt(at) != '"') {
            at += markdown.charAt(at) == '\\' ? 2 : 1;
        }
        return markdown.startsWith("\")", at) ? at + 2 : -1;
    }
}
