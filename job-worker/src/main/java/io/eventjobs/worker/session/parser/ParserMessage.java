package io.eventjobs.worker.session.parser;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.Schedule;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a worker and a parser process say to each other. Both are of the same version, so the form may change with any version. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ParserMessage.Setup.class, name = "setup"),
    @JsonSubTypes.Type(value = ParserMessage.SetupForTexts.class, name = "setup_for_texts"),
    @JsonSubTypes.Type(value = ParserMessage.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ParserMessage.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ParserMessage.ReadPage.class, name = "read_page"),
    @JsonSubTypes.Type(value = ParserMessage.ReadSchedule.class, name = "read_schedule"),
    @JsonSubTypes.Type(value = ParserMessage.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = ParserMessage.Content.class, name = "content"),
    @JsonSubTypes.Type(value = ParserMessage.Page.class, name = "page"),
    @JsonSubTypes.Type(value = ParserMessage.ReadableSchedule.class, name = "readable_schedule"),
    @JsonSubTypes.Type(value = ParserMessage.UnreadableSchedule.class, name = "unreadable_schedule"),
    @JsonSubTypes.Type(value = ParserMessage.TooLong.class, name = "too_long"),
    @JsonSubTypes.Type(value = ParserMessage.Unopened.class, name = "unopened"),
})
sealed interface ParserMessage {
    /** The worker's first message to a process that reads pages and schedules. */
    record SetupForTexts() implements ParserMessage {}

    /** The worker's first message to a process that reads documents. */
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

    /** Asks for a page to be read. */
    record ReadPage(String file, @Nullable String contentType, @Nullable String charset, URI address)
            implements ParserMessage {
        /** @param file where the process sees it */
        static ReadPage of(TextReader.PageFile page, Path file) {
            return new ReadPage(file.toString(), page.contentType(), page.charset(), page.address());
        }

        TextReader.PageFile page() {
            return new TextReader.PageFile(Path.of(file), contentType, charset, address);
        }
    }

    /** Asks for a schedule to be read. */
    record ReadSchedule(String file, URI address, @Nullable String charset) implements ParserMessage {
        static ReadSchedule of(Path file, URI address, @Nullable String charset) {
            return new ReadSchedule(file.toString(), address, charset);
        }
    }

    /** The page is read. */
    record Page(SessionPage page) implements ParserMessage {
        public Page {
            Objects.requireNonNull(page, "page");
        }
    }

    /** The schedule is read. */
    record ReadableSchedule(Schedule schedule) implements ParserMessage {
        public ReadableSchedule {
            Objects.requireNonNull(schedule, "schedule");
        }
    }

    /** The file is no schedule. */
    record UnreadableSchedule(String explanation) implements ParserMessage {}

    /** The text is read, but holds more than an answer may. */
    record TooLong() implements ParserMessage {}

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
