package io.eventjobs.model.job;

import org.jspecify.annotations.Nullable;

/** One address to be turned into a Markdown document: what a session's page, slides or recording is, without the session. */
public sealed interface SourceParameters extends JobParameters
        permits PageParameters, DocumentParameters, TranscriptParameters {
    @Override
    String url();

    /** Heading of the document; null for what the source calls itself. */
    @Nullable String title();

    /** Name of the Markdown file as wished, e.g. {@code notes.md}. */
    String filename();

    /** BCP 47 tag of the source. */
    String sourceLanguage();

    /** BCP 47 tag of the document wanted; the same as of the source when nothing is to be translated. */
    @Override
    String targetLanguage();

    /** Whether finished steps of earlier runs may be used. */
    boolean useCache();
}
