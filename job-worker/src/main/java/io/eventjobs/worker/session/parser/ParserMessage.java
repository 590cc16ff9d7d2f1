package io.eventjobs.worker.session.parser;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import java.nio.file.Path;

/** What a worker and a parser process say to each other. Both are of the same version, so the form may change with any version. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ParserMessage.Setup.class, name = "setup"),
    @JsonSubTypes.Type(value = ParserMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ParserMessage.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ParserMessage.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = ParserMessage.Content.class, name = "content"),
    @JsonSubTypes.Type(value = ParserMessage.Unopened.class, name = "unopened"),
})
sealed interface ParserMessage {
    /** The worker's first message. */
    record Setup(InstalledPrograms.Versions programs) implements ParserMessage {}

    /** The answer to the setup: the process can read files. */
    record Ready() implements ParserMessage {}

    /**
     * Asks for a file to be read. Sent only when the answer to the previous one has arrived.
     *
     * @param folder for the images; empty
     */
    record Read(String file, String folder, int documentNumber, int firstPageNumber, int maxPages)
            implements ParserMessage {
        static Read of(ReadRequest request) {
            return new Read(
                    request.file().toAbsolutePath().toString(),
                    request.folder().toAbsolutePath().toString(),
                    request.documentNumber(),
                    request.firstPageNumber(),
                    request.maxPages());
        }

        ReadRequest request() {
            return new ReadRequest(Path.of(file), Path.of(folder), documentNumber, firstPageNumber, maxPages);
        }
    }

    /** Pages of the file are read. */
    record Progress(int pages, int of) implements ParserMessage {}

    /**
     * The file is read.
     *
     * @param isReusable false if a call into a parser never ended, so that the process must be replaced
     */
    record Content(ParsedContent content, boolean isReusable) implements ParserMessage {}

    /** The file could not be opened, or an image not written: nothing is known about the content. */
    record Unopened(String reason) implements ParserMessage {}
}
