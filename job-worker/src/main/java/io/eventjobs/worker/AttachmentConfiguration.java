package io.eventjobs.worker;

import io.eventjobs.worker.session.attachment.AttachmentReader;
import io.eventjobs.worker.session.attachment.OfficeDocuments;
import io.eventjobs.worker.session.attachment.office.OfficeConverter;
import io.eventjobs.worker.session.attachment.office.OfficeReader;
import io.eventjobs.worker.session.attachment.pdf.PdfBoxImages;
import io.eventjobs.worker.session.attachment.pdf.PdfReader;
import io.eventjobs.worker.session.attachment.pdf.PopplerImages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this worker reads files with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficeProperties.class)
class AttachmentConfiguration {
    @Bean
    AttachmentReader attachmentReader(OfficeProperties properties) {
        PdfReader pdfs = new PdfReader(
                PopplerImages.orElse(new PdfBoxImages()), Runtime.getRuntime().availableProcessors());
        OfficeConverter converter = properties.enabled()
                ? OfficeConverter.find(properties.program(), properties.timeout())
                : OfficeConverter.none();
        return new AttachmentReader(pdfs, new OfficeDocuments(new OfficeReader(), converter, pdfs));
    }
}
