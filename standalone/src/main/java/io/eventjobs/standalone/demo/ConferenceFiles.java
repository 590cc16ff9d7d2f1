package io.eventjobs.standalone.demo;

import io.eventjobs.standalone.demo.Conference.Session;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The slides and subtitles of the conference. */
final class ConferenceFiles {
    private static final PDRectangle WIDE = new PDRectangle(960, 540);
    private static final int SECONDS_PER_LINE = 4;

    private ConferenceFiles() {}

    static byte[] slides(Session session) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            int number = 0;
            for (List<String> slide : session.slides()) {
                draw(document, slide, ++number);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    static String subtitles(Session session) {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        int second = 1;
        for (String line : session.lines()) {
            vtt.append("\n%s --> %s\n%s\n".formatted(clock(second), clock(second + SECONDS_PER_LINE - 1), line));
            second += SECONDS_PER_LINE;
        }
        return vtt.toString();
    }

    private static void draw(PDDocument document, List<String> slide, int number) throws IOException {
        PDPage page = new PDPage(WIDE);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.setNonStrokingColor(new Color(0xf7f4ec));
            pen.addRect(0, 0, WIDE.getWidth(), WIDE.getHeight());
            pen.fill();
            pen.setNonStrokingColor(new Color(0x1f5f5b));
            pen.addRect(0, 0, 18, WIDE.getHeight());
            pen.fill();
            write(
                    pen,
                    slide.getFirst(),
                    Standard14Fonts.FontName.HELVETICA_BOLD,
                    slide.getFirst().length() > 45 ? 28 : 38,
                    60,
                    430);
            pen.setNonStrokingColor(Color.DARK_GRAY);
            int y = 350;
            for (String bullet : slide.subList(1, slide.size())) {
                write(pen, "-  " + bullet, Standard14Fonts.FontName.HELVETICA, 26, 80, y);
                y -= 50;
            }
            write(pen, String.valueOf(number), Standard14Fonts.FontName.HELVETICA, 14, 910, 20);
        }
    }

    private static void write(
            PDPageContentStream pen, String text, Standard14Fonts.FontName font, int size, int x, int y)
            throws IOException {
        pen.beginText();
        pen.setFont(new PDType1Font(font), size);
        pen.newLineAtOffset(x, y);
        pen.showText(text);
        pen.endText();
    }

    private static String clock(int seconds) {
        return "00:%02d:%02d.000".formatted(seconds / 60, seconds % 60);
    }
}
