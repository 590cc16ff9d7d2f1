package io.eventjobs.worker.session.slides;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders in this process. The size of the image is bounded whatever size the page claims to have. */
public final class PdfBoxImages implements PageImages {
    private static final Logger LOG = LoggerFactory.getLogger(PdfBoxImages.class);
    private static final double MOST_PIXELS = 4_000_000;
    private static final float QUALITY = 0.85f;

    @Override
    public boolean render(PDDocument document, Path pdf, int number, Path image) throws IOException {
        try {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            BufferedImage page = renderer.renderImage(number - 1, scale(document, number), ImageType.RGB);
            write(page, image);
            page.flush();
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.atInfo()
                    .addKeyValue("page", number)
                    .addKeyValue("fault", e.toString())
                    .log("A page of the slides could not be rendered");
            return false;
        }
    }

    private static float scale(PDDocument document, int number) {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        boolean turned = document.getPage(number - 1).getRotation() % 180 != 0;
        double width = Math.max(1, turned ? box.getHeight() : box.getWidth());
        double height = Math.max(1, turned ? box.getWidth() : box.getHeight());
        double wanted = SlideRenderer.WIDTH / width;
        double most = Math.sqrt(MOST_PIXELS / (width * height));
        return (float) Math.min(wanted, most);
    }

    private static void write(BufferedImage page, Path image) throws IOException {
        BufferedImage opaque = page;
        if (page.getType() != BufferedImage.TYPE_INT_RGB) {
            opaque = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = opaque.createGraphics();
            graphics.drawImage(page, 0, 0, null);
            graphics.dispose();
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(QUALITY);
        try (FileImageOutputStream out = new FileImageOutputStream(image.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque, null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
