package io.eventjobs.document;

import io.eventjobs.document.office.OfficeConverter;
import io.eventjobs.document.pdf.PageRenderer;
import io.eventjobs.document.pdf.PopplerRenderer;
import io.eventjobs.document.process.ProgramProbe;
import java.time.Duration;
import java.util.Optional;

/** The programs that draw and convert. They are asked for their versions in the background, once; only callers that need those wait. */
public final class InstalledPrograms {
    private final ProgramProbe<Optional<String>> poppler;
    private final OfficeConverter converter;

    private InstalledPrograms(ProgramProbe<Optional<String>> poppler, OfficeConverter converter) {
        this.poppler = poppler;
        this.converter = converter;
    }

    /**
     * Looks for {@code pdftoppm} and LibreOffice on the path.
     *
     * @param office name or path of LibreOffice
     * @param timeout maximum time for converting a file
     */
    public static InstalledPrograms find(String office, Duration timeout) {
        return new InstalledPrograms(PopplerRenderer.find(), OfficeConverter.find(office, timeout));
    }

    /** Looks for {@code pdftoppm} only; LibreOffice is not used. */
    public static InstalledPrograms withoutOffice() {
        return new InstalledPrograms(PopplerRenderer.find(), OfficeConverter.none());
    }

    /** The programs that another process has found, so that this one need not ask again. */
    public static InstalledPrograms of(Versions versions) {
        return new InstalledPrograms(
                ProgramProbe.ended(Optional.of(versions.poppler).filter(version -> !version.isEmpty())),
                versions.officeVersion.isEmpty()
                        ? OfficeConverter.none()
                        : OfficeConverter.installed(versions.office, versions.officeVersion, versions.officeTimeout));
    }

    /** What was found; waits until the programs have answered. */
    public Versions versions() throws InterruptedException {
        return new Versions(poppler.found().orElse(""), converter.command(), converter.version(), converter.timeout());
    }

    PageRenderer renderer(PageRenderer otherwise) {
        return PopplerRenderer.of(poppler, otherwise);
    }

    OfficeConverter converter() {
        return converter;
    }

    /**
     * The programs and their versions.
     *
     * @param poppler empty if it is not installed
     * @param office name or path of LibreOffice
     * @param officeVersion empty if it is not installed, or not used
     * @param officeTimeout maximum time for converting a file
     */
    public record Versions(String poppler, String office, String officeVersion, Duration officeTimeout) {}
}
