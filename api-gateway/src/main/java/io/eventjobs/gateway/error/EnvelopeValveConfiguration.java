package io.eventjobs.gateway.error;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replaces Tomcat's error pages with the envelope. */
@Configuration(proxyBeanMethods = false)
class EnvelopeValveConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> envelopeValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(EnvelopeValve.class.getName());
                host.getPipeline().addValve(new EnvelopeValve());
            }
        });
    }
}
