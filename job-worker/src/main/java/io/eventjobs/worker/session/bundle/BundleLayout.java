package io.eventjobs.worker.session.bundle;

import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.SessionParameters;

/**
 * Where the files of a session stand in its bundle: {@code {event}/{language}/{track}/{file}.md}, {@code
 * {event}/assets/{file}/…}, {@code {file}.zip}. Every name is made safe by one function.
 */
public record BundleLayout(String event, String language, String track, String file) {
    public static BundleLayout of(SessionParameters request, String language) {
        return new BundleLayout(
                SafeName.of(request.event(), "event"),
                SafeName.of(language, "en"),
                SafeName.of(request.track(), "General"),
                SafeName.stem(request.filename(), ".md", "session"));
    }

    public String markdown() {
        return event + "/" + language + "/" + track + "/" + file + ".md";
    }

    public String asset(String name) {
        return event + "/assets/" + file + "/" + name;
    }

    public String archive() {
        return file + ".zip";
    }

    /** From the document to its assets. */
    public String assetsFromMarkdown() {
        return "../../assets/" + file + "/";
    }
}
