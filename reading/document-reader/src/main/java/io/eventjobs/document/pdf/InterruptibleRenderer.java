package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;

/**
 * Stops at the next operator when interrupted, so that an endless page frees its thread, and draws nothing that needs excessive memory,
 * wherever in a page it is: forms, patterns, fonts and annotations are drawn by the same methods.
 */
final class InterruptibleRenderer extends PDFRenderer {
    private final Set<String> leftOut = new TreeSet<>();

    InterruptibleRenderer(PDDocument document) {
        super(document);
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new BoundedDrawer(parameters, leftOut);
    }

    /** Of which kinds images were left out of the pages drawn so far. */
    Set<String> leftOut() {
        return leftOut;
    }

    private static final class BoundedDrawer extends PageDrawer {
        private static final double MOST = 0.6;

        /** Intersections of a clip path are kept, and their number grows with the square of its points. */
        private static final int MAX_CLIP_POINTS = 500;

        private static final long MAX_SAMPLES = 10_000_000;

        private final Set<String> left;

        BoundedDrawer(PageDrawerParameters parameters, Set<String> left) throws IOException {
            super(parameters);
            this.left = left;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            try {
                ImageLimits.require(image);
            } catch (BrokenFileException e) {
                throw new UndrawablePageException(e);
            }
            Optional<String> format = ImageLimits.undecodable(image);
            if (format.isPresent()) {
                leaveOut(format.get());
                return;
            }
            try {
                super.drawImage(image);
            } catch (IOException e) {
                left.add("that are damaged");
            }
        }

        /** Without an image that covers it, nothing remains of a page. */
        private void leaveOut(String format) {
            Matrix place = getGraphicsState().getCurrentTransformationMatrix();
            double area = Math.abs(
                    (double) place.getScaleX() * place.getScaleY() - (double) place.getShearX() * place.getShearY());
            PDRectangle box = getPage().getCropBox();
            if (area > MOST * box.getWidth() * box.getHeight()) {
                throw new UndrawablePageException(
                        new BrokenFileException("holds an image in " + format + ", which only poppler draws"));
            }
            left.add("in " + format + ", which only poppler draws");
        }

        @Override
        public void shadingFill(COSName name) throws IOException {
            PDShading shading = getResources().getShading(name);
            if (shading != null
                    && samples(shading.getCOSObject().getDictionaryObject(COSName.FUNCTION)) > MAX_SAMPLES) {
                throw new UndrawablePageException(
                        new BrokenFileException("holds a shading function of too many samples"));
            }
            super.shadingFill(name);
        }

        /** Draws without a clip that is too complex: more is visible than should be. */
        @Override
        public void clip(int windingRule) {
            int points = 0;
            for (PathIterator path = getLinePath().getPathIterator(null); !path.isDone(); path.next()) {
                points++;
            }
            if (points <= MAX_CLIP_POINTS) {
                super.clip(windingRule);
            }
        }

        /** The values that a sampled function, or each of several, declares (PDF 1.7 §7.10.2); 0 for other functions. */
        private static long samples(COSBase function) {
            if (function instanceof COSArray functions) {
                long all = 0;
                for (COSBase each : functions) {
                    all += samples(each instanceof org.apache.pdfbox.cos.COSObject object ? object.getObject() : each);
                }
                return all;
            }
            COSArray sizes = function instanceof COSDictionary sampled ? sampled.getCOSArray(COSName.SIZE) : null;
            double samples = sizes == null ? 0 : 1;
            for (int i = 0; sizes != null && i < sizes.size(); i++) {
                samples *= sizes.getObject(i) instanceof COSNumber size ? Math.max(1, size.floatValue()) : 1;
            }
            return (long) samples;
        }
    }

    /** PDFBox logs and ignores some exceptions of operators; this one ends the page. */
    static final class UndrawablePageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient BrokenFileException reason;

        UndrawablePageException(BrokenFileException reason) {
            super(reason);
            this.reason = reason;
        }

        BrokenFileException reason() {
            return reason;
        }
    }
}
