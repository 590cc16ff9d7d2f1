package io.eventjobs.worker;

import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.session.TranslationStep;
import io.eventjobs.worker.session.language.TranslationProperties;
import io.eventjobs.worker.session.language.engine.ChatTranslator;
import io.eventjobs.worker.session.language.engine.Translator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who translates, if anybody does. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TranslationProperties.class)
class TranslationConfiguration {
    @Bean
    TranslationStep translationStep(TranslationProperties properties, ObjectProvider<ChatClient> chat) {
        return new TranslationStep(translator(properties, chat.getIfAvailable()), properties.repairs());
    }

    private static @Nullable Translator translator(TranslationProperties properties, @Nullable ChatClient chat) {
        return switch (properties.chosen(chat != null)) {
            case NONE -> null;
            case CHAT -> new ChatTranslator(required(chat), properties.parallel());
            case LIBRETRANSLATE -> throw new IllegalStateException("not yet");
        };
    }

    private static ChatClient required(@Nullable ChatClient chat) {
        if (chat == null) {
            throw new IllegalStateException(
                    "event-jobs.translation.by is chat, so event-jobs.chat.url must name a language model");
        }
        return chat;
    }
}
