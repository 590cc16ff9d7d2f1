package io.eventjobs.worker.session;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.session.step.TranslationStep;
import io.eventjobs.worker.session.translation.Glossaries;
import io.eventjobs.worker.session.translation.TranslationProperties;
import io.eventjobs.worker.session.translation.engine.ChatTranslator;
import io.eventjobs.worker.session.translation.engine.LibreTranslator;
import io.eventjobs.worker.session.translation.engine.Translator;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The translator, if one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TranslationProperties.class)
public class TranslationConfiguration {
    @Bean
    TranslationStep translationStep(
            TranslationProperties properties,
            ArtifactStore store,
            ObjectProvider<ChatClient> chat,
            ObjectProvider<LibreTranslator> libreTranslate) {
        return new TranslationStep(
                translator(properties, chat.getIfAvailable(), libreTranslate.getIfAvailable()),
                new Glossaries(store, properties.glossaryFolder()),
                properties.maxRepairs());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("!environment.getProperty('event-jobs.translation.libretranslate-url', '').isBlank()")
    LibreTranslator libreTranslator(TranslationProperties properties, Clock clock) {
        return new LibreTranslator(
                Objects.requireNonNull(properties.libretranslateUrl()),
                properties.libretranslateKey(),
                new LibreTranslator.Limits(
                        properties.libretranslateTimeout(),
                        properties.libretranslateMaxConcurrentCalls(),
                        properties.maxConcurrentCallsPerJob()),
                clock);
    }

    private static @Nullable Translator translator(
            TranslationProperties properties, @Nullable ChatClient chat, @Nullable LibreTranslator libreTranslate) {
        return switch (properties.chosen(chat != null)) {
            case NONE -> null;
            case CHAT ->
                new ChatTranslator(required(chat, "event-jobs.chat.url"), properties.maxConcurrentCallsPerJob());
            case LIBRETRANSLATE -> required(libreTranslate, "event-jobs.translation.libretranslate-url");
        };
    }

    private static <T> T required(@Nullable T service, String key) {
        if (service == null) {
            throw new IllegalStateException(
                    "event-jobs.translation.provider needs a service, but " + key + " is not set");
        }
        return service;
    }
}
