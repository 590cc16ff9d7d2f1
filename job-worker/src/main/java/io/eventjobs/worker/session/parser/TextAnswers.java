package io.eventjobs.worker.session.parser;

import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.page.PageReader;
import io.eventjobs.page.PageSource;
import io.eventjobs.page.SessionPage;
import io.eventjobs.schedule.UnreadableScheduleException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The answers of a process that reads pages and schedules. */
final class TextAnswers {
    /** Far more than any page about a session says; a worker may hold one for each slot. */
    private static final int MAX_PAGE_CHARACTERS = 8 << 20;

    private static final String SAMPLE =
            "<html lang=en><title>A talk</title><article><h1>A talk</h1><p>Words of an abstract, with <a href=/a.pdf>slides</a>.</article>";

    private final InProcessTextReader reader = new InProcessTextReader();

    /** Loads what the first page would otherwise have to wait for. */
    void warmUp() {
        SessionPage page =
                new PageReader().read(PageSource.html(SAMPLE, URI.create("https://conference.example/talk")));
        WireFormat.mapper().writeValueAsBytes(page);
    }

    ParserMessage to(ParserMessage question) {
        try {
            return switch (question) {
                case ParserMessage.ReadPage read -> answer(reader.page(read.page()));
                case ParserMessage.ReadSchedule read ->
                    new ParserMessage.ReadableSchedule(
                            reader.schedule(Path.of(read.file()), read.address(), read.charset()));
                case ParserMessage other -> new ParserMessage.Unopened("not a question about a text");
            };
        } catch (UnreadableScheduleException e) {
            return new ParserMessage.UnreadableSchedule(e.explanation());
        } catch (IOException e) {
            return new ParserMessage.Unopened(String.valueOf(e.getMessage()));
        }
    }

    private static ParserMessage answer(SessionPage page) {
        return page.markdown().length() > MAX_PAGE_CHARACTERS
                ? new ParserMessage.TooLong()
                : new ParserMessage.Page(page);
    }
}
