package io.eventjobs.gateway.error;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the envelope in place of Tomcat's error pages. */
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
