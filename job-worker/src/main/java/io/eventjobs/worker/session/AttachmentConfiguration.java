package io.eventjobs.worker.session;

import io.eventjobs.document.DocumentReader;
import io.eventjobs.document.office.OfficeConverter;
import io.eventjobs.worker.session.attachment.OfficeProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The readers of attachments. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficeProperties.class)
public class AttachmentConfiguration {
    @Bean
    DocumentReader attachmentReader(OfficeProperties properties) {
        OfficeConverter converter = properties.enabled()
                ? OfficeConverter.find(properties.program(), properties.timeout())
                : OfficeConverter.none();
        return DocumentReader.create(converter);
    }
}
