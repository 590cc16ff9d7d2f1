package io.eventjobs.worker.session;

import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.session.attachment.OfficeProperties;
import io.eventjobs.worker.session.parser.IsolatedDocumentReader;
import io.eventjobs.worker.session.parser.IsolatedTextReader;
import io.eventjobs.worker.session.parser.ParserListener;
import io.eventjobs.worker.session.parser.ParserProperties;
import io.eventjobs.worker.session.parser.ParserSandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The readers of attachments, pages and schedules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OfficeProperties.class, ParserProperties.class})
public class AttachmentConfiguration {
    @Bean
    ParserSandbox parserSandbox(OfficeProperties office) {
        return ParserSandbox.find(office.program());
    }

    /** @param listeners at most one */
    @Bean(destroyMethod = "close")
    IsolatedDocumentReader attachmentReader(
            OfficeProperties office,
            ParserProperties parser,
            ParserSandbox sandbox,
            ObjectProvider<ParserListener> listeners) {
        InstalledPrograms programs = office.enabled()
                ? InstalledPrograms.find(office.program(), office.timeout())
                : InstalledPrograms.withoutOffice();
        return IsolatedDocumentReader.start(
                parser, sandbox, programs, Ticker.SYSTEM, listeners.getIfAvailable(() -> ParserListener.NONE));
    }

    /** @param listeners at most one */
    @Bean(destroyMethod = "close")
    IsolatedTextReader textReader(
            ParserProperties parser, ParserSandbox sandbox, ObjectProvider<ParserListener> listeners) {
        return IsolatedTextReader.of(
                parser, sandbox, Ticker.SYSTEM, listeners.getIfAvailable(() -> ParserListener.NONE));
    }
}
