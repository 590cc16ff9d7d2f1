package io.eventjobs.gateway.template;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Ticker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TemplateProperties.class)
class TemplateConfiguration {
    @Bean
    TenantTemplates tenantTemplates(TemplateProperties properties, ArtifactStore store, Ticker ticker) {
        return new TenantTemplates(store, properties.maxPerTenant(), properties.refreshInterval(), ticker);
    }

    /** The gateway never calls the model, but must know whether the workers have one. */
    @Bean
    TemplateCatalog templateCatalog(
            TemplateProperties properties,
            TenantTemplates own,
            @Value("${event-jobs.chat.url:}") String chatUrl,
            ArtifactStore store,
            Ticker ticker) {
        TemplateFolder folder = new TemplateFolder(properties.folder(), properties.refreshInterval(), ticker);
        return new TemplateCatalog(folder, own, !chatUrl.isBlank(), store);
    }
}
