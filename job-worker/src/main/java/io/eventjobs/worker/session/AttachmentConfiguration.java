package io.eventjobs.worker.session;

import io.eventjobs.document.AttachmentReader;
import io.eventjobs.document.OfficeDocuments;
import io.eventjobs.document.office.OfficeConverter;
import io.eventjobs.document.office.OfficeReader;
import io.eventjobs.document.pdf.PdfBoxImages;
import io.eventjobs.document.pdf.PdfReader;
import io.eventjobs.document.pdf.PopplerImages;
import io.eventjobs.worker.session.attachment.OfficeProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this worker reads files with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfficeProperties.class)
public class AttachmentConfiguration {
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
