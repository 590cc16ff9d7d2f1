package io.eventjobs.document.office;

import io.eventjobs.document.process.BoundedThreads;
import io.eventjobs.document.process.BrokenFileException;
import io.eventjobs.document.process.ChildProcess;
import io.eventjobs.document.process.ProgramProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts office files to PDF with LibreOffice, if installed: one file at a time per worker, each in its own process with a fresh profile
 * that forbids macros and external links, and, where the system permits, without network and in its own process namespace. Thread-safe.
 */
public final class OfficeConverter {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeConverter.class);
    private static final Pattern VERSION = Pattern.compile("LibreOffice (\\d[0-9.]{0,30})");
    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final ChildProcess.Limits LIMITS =
            new ChildProcess.Limits(Duration.ofMinutes(5), 4L << 30, 512L << 20);
    private static final List<String> ALONE =
            List.of("unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child");

    private final ProgramProbe<Installation> search;
    private final Duration timeout;
    private final BoundedThreads threads;

    private OfficeConverter(ProgramProbe<Installation> search, Duration timeout) {
        this.search = search;
        this.timeout = timeout;
        this.threads = new BoundedThreads(1, timeout);
    }

    /** Looks for LibreOffice on the path in the background, since asking for its version takes a second or more. Call once, at startup. */
    public static OfficeConverter find(String program, Duration timeout) {
        return new OfficeConverter(ProgramProbe.begin("office", () -> logged(Installation.of(program))), timeout);
    }

    /** Uses LibreOffice of this version, without asking it; only how far it can be isolated is found out, which takes milliseconds. */
    public static OfficeConverter installed(String program, String version, Duration timeout) {
        return new OfficeConverter(
                ProgramProbe.begin("office", () -> Installation.isolated(program, version)), timeout);
    }

    private static Installation logged(Installation found) {
        LOG.atInfo()
                .addKeyValue("program", found.title())
                .addKeyValue("without_network", !found.before.isEmpty())
                .log("Office converter selected");
        return found;
    }

    /** As on a system that permits no isolation: only the profile's settings prevent network access. */
    OfficeConverter withSettingsAlone(Duration timeout) throws InterruptedException {
        Installation found = search.found();
        return new OfficeConverter(
                ProgramProbe.ended(new Installation(found.program, found.version, List.of())), timeout);
    }

    /** Uses no LibreOffice, even if it is installed. */
    public static OfficeConverter none() {
        return new OfficeConverter(ProgramProbe.ended(new Installation("", "", List.of())), Duration.ofSeconds(1));
    }

    public boolean isInstalled() throws InterruptedException {
        return search.found().isInstalled();
    }

    /** Name or path of the program; empty if none is used. */
    public String command() throws InterruptedException {
        return search.found().program;
    }

    /** Version of the program; empty if it is not installed. */
    public String version() throws InterruptedException {
        return search.found().version;
    }

    /** Maximum time for converting a file. */
    public Duration timeout() {
        return timeout;
    }

    /** Program and version, which determine the result for a given file. */
    public String program() throws InterruptedException {
        return search.found().title();
    }

    /**
     * Converts a file to PDF.
     *
     * @param folder for the PDF and a temporary profile
     * @throws BrokenFileException with a message that continues a sentence starting with the file
     */
    public Path toPdf(Path file, OfficeFormat format, Path folder) throws BrokenFileException, InterruptedException {
        return convert(new Conversion(file, format, "pdf", folder));
    }

    /** Converts an old format to the one that is read instead. Parameters and errors as in {@link #toPdf}. */
    public Path toReadableFormat(Path file, OfficeFormat format, Path folder)
            throws BrokenFileException, InterruptedException {
        return convert(new Conversion(file, format, format.readableFormat().extension(), folder));
    }

    private Path convert(Conversion conversion) throws BrokenFileException, InterruptedException {
        Installation office = search.found();
        return threads.await(timeout -> convert(office, conversion, timeout));
    }

    private static Path convert(Installation office, Conversion conversion, Duration timeout)
            throws BrokenFileException, InterruptedException {
        Path room = null;
        try {
            if (conversion.isZip()) {
                SvgReferences.refuse(conversion.file);
            }
            room = Files.createTempDirectory(conversion.folder.toAbsolutePath(), "office-");
            Path input = Files.copy(conversion.file, room.resolve("document." + conversion.from()));
            OfficeProfile.write(room.resolve("profile"));
            ChildProcess.Exit exit =
                    ChildProcess.run(office.command(room, input, conversion.to), LIMITS, room, timeout);
            if (exit.outOfTime()) {
                throw new BrokenFileException("takes longer than " + timeout.toSeconds() + " seconds");
            }
            Path made = room.resolve("document." + conversion.to);
            if (!exit.isSuccess() || !Files.isRegularFile(made)) {
                throw new BrokenFileException("cannot be read");
            }
            return Files.move(
                    made, conversion.folder.resolve("office." + conversion.to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BrokenFileException("cannot be given", e);
        } finally {
            delete(room);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path room) {
        if (room == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The enclosing folder is deleted with the execution.
            LOG.atDebug().setCause(e).log("LibreOffice profile not deleted");
        }
    }

    private record Conversion(Path file, OfficeFormat format, String to, Path folder) {
        /** The old formats have no SVG pictures. */
        boolean isZip() {
            return format.readableFormat() == format;
        }

        String from() {
            return format.extension();
        }
    }

    /**
     * The installed LibreOffice.
     *
     * @param version empty if it is not installed
     * @param before command prefix that isolates the process; empty if not permitted
     */
    private record Installation(String program, String version, List<String> before) {
        static Installation of(String program) {
            String version = printed(List.of(program, "--version"))
                    .map(VERSION::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .orElse("");
            return isolated(program, version);
        }

        static Installation isolated(String program, String version) {
            List<String> tried = new ArrayList<>(ALONE);
            tried.add("true");
            boolean canBeAlone = !version.isEmpty() && printed(tried).isPresent();
            return new Installation(program, version, canBeAlone ? ALONE : List.of());
        }

        boolean isInstalled() {
            return !version.isEmpty();
        }

        String title() {
            return isInstalled() ? "LibreOffice " + version : "nothing";
        }

        List<String> command(Path room, Path input, String format) {
            List<String> command = new ArrayList<>(before);
            command.addAll(List.of(
                    program,
                    "-env:UserInstallation=" + room.resolve("profile").toUri(),
                    "--headless",
                    "--norestore",
                    "--nolockcheck",
                    "--nodefault",
                    "--nologo",
                    "--nofirststartwizard",
                    "--convert-to",
                    format,
                    "--outdir",
                    room.toString(),
                    input.toString()));
            return command;
        }

        /** The output of a command; empty if it fails. */
        private static Optional<String> printed(List<String> command) {
            try {
                Path folder = Files.createTempDirectory("office-");
                try {
                    ChildProcess.Exit exit = ChildProcess.run(command, LIMITS, folder, START_TIMEOUT);
                    return exit.isSuccess() ? Optional.of(exit.output()) : Optional.empty();
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
}
