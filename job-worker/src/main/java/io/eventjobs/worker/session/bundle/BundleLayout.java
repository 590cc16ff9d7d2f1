package io.eventjobs.worker.session.bundle;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.SessionParameters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths of files in the bundle of a session: {@code {event}/{language}/{track}/{file}.md}, {@code {event}/assets/{file}/…},
 * {@code {file}.zip}. All names are made safe by the same function.
 *
 * @param file name of the document, without its extension
 * @param assets folder of its assets: the same in every language
 */
public record BundleLayout(String event, String language, String track, String file, String assets) {
    /** In the root of the ZIP. */
    public static final String README = "README.md";

    private static final Pattern HOST = Pattern.compile("^https?://(?:[^/?#]*@)?([^/?#:@]+)", Pattern.CASE_INSENSITIVE);

    public static BundleLayout of(SessionParameters request, String language) {
        String file = SafeName.stem(request.filename(), ".md", "session");
        return new BundleLayout(
                unlikeRootFiles(SafeName.of(folder(request), "event"), file),
                SafeName.of(language, "en"),
                SafeName.of(request.track(), "General"),
                file,
                file);
    }

    /** With another name of the document. */
    public BundleLayout named(String filename) {
        String other = SafeName.stem(filename, ".md", "session");
        return new BundleLayout(unlikeRootFiles(event, other), language, track, other, assets);
    }

    /** The conference; if there is none, the host of the source. */
    private static String folder(SessionParameters request) {
        if (!request.event().isBlank()) {
            return request.event();
        }
        Matcher host = HOST.matcher(request.url());
        return host.find() ? host.group(1) : "uploads";
    }

    public String markdown() {
        return event + "/" + language + "/" + track + "/" + file + ".md";
    }

    public String asset(String name) {
        return event + "/assets/" + assets + "/" + name;
    }

    public String archive() {
        return file + ".zip";
    }

    /** The path from the document to its assets. */
    public String assetsFromMarkdown() {
        return "../../assets/" + assets + "/";
    }

    /** A folder must not have the name of a file next to it, on disk and in some object stores. */
    private static String unlikeRootFiles(String event, String file) {
        boolean taken = List.of(README, ExecutionPrefix.MANIFEST, file + ".zip").stream()
                .anyMatch(event::equalsIgnoreCase);
        return taken ? event + "_" : event;
    }
}
