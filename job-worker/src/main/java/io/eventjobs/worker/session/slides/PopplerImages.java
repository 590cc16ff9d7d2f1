package io.eventjobs.worker.session.slides;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Renders in a child process by poppler's {@code pdftoppm}: faster, and a page that crashes or hangs it harms nobody. It is
 * given local files only, a time, and what it started is ended with it. A page that it fails on is given to the other renderer.
 */
public final class PopplerImages implements PageImages {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Path pdftoppm;
    private final PageImages otherwise;

    private PopplerImages(Path pdftoppm, PageImages otherwise) {
        this.pdftoppm = pdftoppm;
        this.otherwise = otherwise;
    }

    /** Poppler if it is on the path, else the other renderer alone. */
    public static PageImages orElse(PageImages otherwise) {
        Optional<Path> found = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "pdftoppm"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.isPresent() ? new PopplerImages(found.get(), otherwise) : otherwise;
    }

    @Override
    public boolean render(PDDocument document, Path pdf, int number, Path image)
            throws IOException, InterruptedException {
        String page = String.valueOf(number);
        String stem = image.toString().replaceFirst("\\.jpg$", "");
        List<String> command = List.of(
                pdftoppm.toString(),
                "-jpeg",
                "-singlefile",
                "-f",
                page,
                "-l",
                page,
                "-scale-to-x",
                String.valueOf(SlideRenderer.WIDTH),
                "-scale-to-y",
                String.valueOf(height(document, number)),
                pdf.toString(),
                stem);
        boolean rendered = run(command) && Files.isRegularFile(image);
        return rendered || otherwise.render(document, pdf, number, image);
    }

    /** The height that keeps the page's shape, bounded however long the page claims to be. */
    private static int height(PDDocument document, int number) {
        var box = document.getPage(number - 1).getCropBox();
        boolean turned = document.getPage(number - 1).getRotation() % 180 != 0;
        double ratio =
                turned ? box.getWidth() / Math.max(1, box.getHeight()) : box.getHeight() / Math.max(1, box.getWidth());
        return Math.clamp(Math.round(SlideRenderer.WIDTH * ratio), 1, 3_000);
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
