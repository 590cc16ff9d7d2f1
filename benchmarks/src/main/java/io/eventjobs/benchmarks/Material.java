package io.eventjobs.benchmarks;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Generates typical pages, slides and subtitles; the same each time. */
final class Material {
    private static final int SLIDES = 60;
    private static final int SECONDS = 3_600;
    private static final PDRectangle WIDE = new PDRectangle(960, 540);
    private static final String SENTENCE =
            "A queue that never loses a job is built from a record, a lease and a fence, and this is how number %d is tested. ";

    private Material() {}

    static Map<String, LoopbackHost.Served> all() throws IOException {
        return Map.of(
                "page", new LoopbackHost.Served("text/html; charset=utf-8", page()),
                "slides", new LoopbackHost.Served("application/pdf", slides()),
                "subtitles", new LoopbackHost.Served("text/vtt", subtitles()));
    }

    /** A talk's page of some 20 KB: menus, facts, an abstract of six paragraphs, speakers, a sidebar with forty other talks. */
    private static byte[] page() {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>How queues are built – Example Conf</title>"
                + "<meta property=\"og:title\" content=\"How queues are built\"><style>"
                + "body { margin: 0 } ".repeat(100)
                + "</style><script>"
                + "window.x = 1; ".repeat(100) + "</script></head><body><nav>");
        for (int i = 0; i < 20; i++) {
            html.append("<a href=\"/menu/")
                    .append(i)
                    .append("\">Menu entry ")
                    .append(i)
                    .append("</a> ");
        }
        html.append("</nav><main><h1>How queues are built</h1><ul><li><strong>Track</strong>: Systems</li>"
                + "<li><strong>Room</strong>: Great Hall</li><li><strong>Day</strong>: Saturday</li>"
                + "<li><strong>Start</strong>: 10:00</li><li><strong>End</strong>: 10:50</li></ul><article>");
        for (int i = 0; i < 6; i++) {
            html.append("<p>")
                    .append(sentences(i * 5, 5))
                    .append("See <a href=\"/more/")
                    .append(i)
                    .append("\">more</a>.</p>");
        }
        html.append("<ul><li>First point</li><li>Second <code>point()</code></li></ul></article><h3>Speakers</h3><ul>");
        for (int i = 0; i < 3; i++) {
            html.append("<li><a href=\"/people/")
                    .append(i)
                    .append("\">Speaker Number")
                    .append(i)
                    .append("</a></li>");
        }
        html.append("</ul></main><aside><h2>Other talks</h2><ul>");
        for (int i = 0; i < 40; i++) {
            html.append("<li class=\"teaser\"><a href=\"/talk/")
                    .append(i)
                    .append("\">Another talk with a title ")
                    .append(i)
                    .append("</a><span class=\"time\">11:00</span><p>")
                    .append(sentences(i, 2))
                    .append("</p></li>");
        }
        html.append("</ul></aside><footer><a href=\"/imprint\">Imprint</a></footer></body></html>");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sixty pages with a title, a dozen lines, a drawing, and on every third a photograph. */
    private static byte[] slides() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            PDImageXObject photograph = JPEGFactory.createFromImage(document, photograph(), 0.8f);
            for (int number = 1; number <= SLIDES; number++) {
                PDPage page = new PDPage(WIDE);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    text(content, font, 36, 470, "Slide " + number + ": a title");
                    for (int line = 0; line < 12; line++) {
                        text(content, font, 18, 420 - 28 * line, String.format(Locale.ROOT, SENTENCE, line));
                    }
                    content.setNonStrokingColor(new Color(number * 4 % 256, 90, 160));
                    content.addRect(40, 30, 10 + number * 14f, 20);
                    content.fill();
                    if (number % 3 == 0) {
                        content.drawImage(photograph, 560, 60, 360, 240);
                    }
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** An hour of cues of three seconds. */
    private static byte[] subtitles() {
        StringBuilder cues = new StringBuilder("WEBVTT\n\n");
        for (int second = 0; second < SECONDS; second += 3) {
            cues.append(clock(second)).append(" --> ").append(clock(second + 3)).append('\n');
            cues.append(sentences(second, 1).strip()).append("\n\n");
        }
        return cues.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static BufferedImage photograph() {
        BufferedImage image = new BufferedImage(1_200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 1_200, 800, Color.BLUE));
        graphics.fillRect(0, 0, 1_200, 800);
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(i * 37 % 256, i * 91 % 256, i * 53 % 256));
            graphics.fillOval(i * 131 % 1_200, i * 71 % 800, 60, 60);
        }
        graphics.dispose();
        return image;
    }

    private static void text(PDPageContentStream content, PDFont font, int size, int y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(40, y);
        content.showText(text.strip());
        content.endText();
    }

    private static String sentences(int first, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(String.format(Locale.ROOT, SENTENCE, first + i));
        }
        return text.toString();
    }

    private static String clock(int second) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d.000", second / 3_600, second / 60 % 60, second % 60);
    }
}
