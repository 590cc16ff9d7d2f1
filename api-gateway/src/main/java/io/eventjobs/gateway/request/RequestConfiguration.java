package io.eventjobs.gateway.request;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ErrorWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyProperties.class)
class RequestConfiguration {
    @Bean
    BodyMemory bodyMemory(BodyProperties properties, MeterRegistry meters) {
        BodyMemory memory = new BodyMemory(properties.bytes(Runtime.getRuntime().maxMemory()));
        Gauge.builder("event_jobs.bodies.memory", memory, BodyMemory::taken)
                .baseUnit("bytes")
                .register(meters);
        return memory;
    }

    @Bean
    BodyFilter bodyFilter(BodyMemory memory, Ticker ticker, ErrorWriter errors) {
        return new BodyFilter(memory, ticker, errors);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> promptRequests(Ticker ticker) {
        return factory -> {
            factory.setProtocol(PromptProtocol.class.getName());
            factory.addEngineValves(new UnreadBodyValve(ticker));
        };
    }
}
