package io.eventjobs.worker.session.slides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws with poppler's {@code pdftoppm} in a process of its own: about three times as fast as PDFBox, and nothing of it stays. */
public final class PopplerRasterizer implements PageRasterizer {
    private static final Logger LOG = LoggerFactory.getLogger(PopplerRasterizer.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(5);

    private final String program;
    private final RenderingLanes lanes;

    private PopplerRasterizer(String program, RenderingLanes lanes) {
        this.program = program;
        this.lanes = lanes;
    }

    /**
     * The rasterizer, if the program is there and runs.
     *
     * @param program {@code pdftoppm}, or a path to it
     */
    public static Optional<PageRasterizer> detect(String program, RenderingLanes lanes) throws InterruptedException {
        try {
            Path output = Files.createTempFile("pdftoppm", ".txt");
            try {
                ChildProcess.Exit exit = ChildProcess.run(List.of(program, "-v"), output, LONGEST_START);
                boolean there = !exit.outOfTime() && Files.readString(output).contains("pdftoppm version");
                return there ? Optional.of(new PopplerRasterizer(program, lanes)) : Optional.empty();
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            LOG.atInfo().addKeyValue("fault", String.valueOf(e.getMessage())).log("No poppler here");
            return Optional.empty();
        }
    }

    @Override
    public void draw(Page page, Path target) throws BrokenPdfException, InterruptedException {
        ChildProcess.Exit exit = lanes.await(() -> run(page, target));
        if (exit.outOfTime()) {
            throw new BrokenPdfException(
                    "takes longer than " + lanes.longestCall().toSeconds() + " seconds");
        }
        if (!exit.isSuccess() || !Files.exists(target)) {
            // What poppler cannot draw PDFBox sometimes can.
            PDFBOX.draw(page, target);
        }
    }

    @Override
    public String toString() {
        return "poppler";
    }

    private ChildProcess.Exit run(Page page, Path target) throws BrokenPdfException, InterruptedException {
        String name = target.toString();
        Path output = target.resolveSibling("pdftoppm.txt");
        List<String> command = List.of(
                program,
                "-f",
                String.valueOf(page.number()),
                "-l",
                String.valueOf(page.number()),
                "-singlefile",
                "-cropbox",
                "-scale-to-x",
                String.valueOf(page.size().width()),
                "-scale-to-y",
                String.valueOf(page.size().height()),
                "-jpeg",
                "-jpegopt",
                "quality=85",
                page.pdf().file().toString(),
                name.substring(0, name.length() - ".jpg".length()));
        try {
            return ChildProcess.run(command, output, lanes.longestCall());
        } catch (IOException e) {
            throw new BrokenPdfException("cannot be drawn", e);
        }
    }
}
