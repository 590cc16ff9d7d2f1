package io.eventjobs.document.pdf;

import io.eventjobs.document.process.BrokenFileException;
import io.eventjobs.document.process.ChildProcess;
import io.eventjobs.document.process.ProgramProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws with poppler's {@code pdftoppm} in a separate process: about three times as fast as PDFBox, and unaffected by pages that crash the
 * program or never end. Pages that fail are passed to another renderer, except after a timeout, which would only recur.
 */
public final class PopplerRenderer implements PageRenderer {
    private static final Logger LOG = LoggerFactory.getLogger(PopplerRenderer.class);
    private static final String PROGRAM = "pdftoppm";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(5);

    private static final Pattern VERSION = Pattern.compile("pdftoppm version ([0-9A-Za-z.+~-]{1,50})");

    /**
     * What the program says of an image that it leaves blank. It tries JPEG 2000 as a file first and as a bare stream then: only an error of
     * the second attempt means a loss.
     */
    private static final Pattern LOST_IMAGE = Pattern.compile("(?s)trying as J2K\\.(?:(?!trying as JP2).)*?\\bError\\b"
            + "|Could not find start of jpeg data|Unsupported JPEG|Not a JPEG file");

    private final String program;
    private final ProgramProbe<Optional<String>> version;
    private final PageRenderer otherwise;

    private PopplerRenderer(String program, ProgramProbe<Optional<String>> version, PageRenderer otherwise) {
        this.program = program;
        this.version = version;
        this.otherwise = otherwise;
    }

    /** Asks poppler on the path for its version, in the background; empty if it does not run. Call once, at startup. */
    public static ProgramProbe<Optional<String>> find() {
        return ProgramProbe.begin("poppler", () -> logged(version(PROGRAM)));
    }

    /** Uses poppler of this version, or the fallback alone if there is none. */
    public static PageRenderer of(ProgramProbe<Optional<String>> version, PageRenderer otherwise) {
        return new PopplerRenderer(PROGRAM, version, otherwise);
    }

    /** @param program name or path of {@code pdftoppm} */
    static PageRenderer orElse(String program, PageRenderer otherwise) {
        return new PopplerRenderer(program, ProgramProbe.ended(version(program)), otherwise);
    }

    private static Optional<String> logged(Optional<String> version) {
        LOG.atInfo()
                .addKeyValue(
                        "program", version.map(number -> "poppler " + number).orElse("PDFBox"))
                .log("PDF renderer selected");
        return version;
    }

    @Override
    public void draw(Page page, Path target) throws BrokenFileException, InterruptedException {
        if (version.found().isEmpty()) {
            otherwise.draw(page, target);
            return;
        }
        ChildProcess.Exit exit = page.pdf().threads().await(timeout -> run(page, target, timeout));
        if (exit.outOfTime()) {
            throw BrokenFileException.outOfTime("takes too long to draw");
        }
        if (!exit.isSuccess() || !Files.isRegularFile(target)) {
            otherwise.draw(page, target);
        } else if (LOST_IMAGE.matcher(exit.output()).find()) {
            page.pdf().addDamagedImages();
        }
    }

    @Override
    public String engine() throws InterruptedException {
        Optional<String> number = version.found();
        return number.isEmpty() ? otherwise.engine() : "poppler " + number.get() + ", else " + otherwise.engine();
    }

    private ChildProcess.Exit run(Page page, Path target, Duration timeout)
            throws BrokenFileException, InterruptedException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        try {
            return ChildProcess.run(command(page, target), ChildProcess.Limits.PAGE, folder, timeout);
        } catch (IOException e) {
            throw new BrokenFileException("cannot be drawn", e);
        }
    }

    private List<String> command(Page page, Path target) {
        String number = String.valueOf(page.number());
        String width = String.valueOf(page.size().width());
        String height = String.valueOf(page.size().height());
        String image = target.toAbsolutePath().toString();
        String stem = image.substring(0, image.length() - ".jpg".length());
        return List.of(
                program,
                "-f",
                number,
                "-l",
                number,
                "-singlefile",
                "-cropbox",
                "-scale-to-x",
                width,
                "-scale-to-y",
                height,
                "-jpeg",
                "-jpegopt",
                "quality=85",
                page.pdf().file().toAbsolutePath().toString(),
                stem);
    }

    /** The version of the program, if it runs. */
    private static Optional<String> version(String program) {
        try {
            Path folder = Files.createTempDirectory("pdftoppm-");
            try {
                ChildProcess.Exit exit =
                        ChildProcess.run(List.of(program, "-v"), ChildProcess.Limits.PAGE, folder, START_TIMEOUT);
                Matcher said = VERSION.matcher(exit.output());
                return exit.outOfTime() || !said.find() ? Optional.empty() : Optional.of(said.group(1));
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
