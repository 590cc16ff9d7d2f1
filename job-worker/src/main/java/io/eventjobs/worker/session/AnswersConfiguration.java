package io.eventjobs.worker.session;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.session.answer.AnswerProperties;
import io.eventjobs.worker.session.answer.ModelAnswers;
import io.eventjobs.worker.session.step.AnswersStep;
import io.eventjobs.worker.session.step.CompositionStep;
import io.eventjobs.worker.session.step.TemplateSource;
import io.eventjobs.worker.session.step.TranslationStep;
import io.eventjobs.worker.session.translation.LanguageDetection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The composition of documents, with a language model if one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerProperties.class)
public class AnswersConfiguration {
    @Bean
    AnswersStep answersStep(AnswerProperties properties, ObjectProvider<ChatClient> chats) {
        ChatClient chat = chats.getIfAvailable();
        return new AnswersStep(chat == null ? null : new ModelAnswers(chat, properties, new LanguageDetection()));
    }

    @Bean
    CompositionStep compositionStep(ArtifactStore store, AnswersStep answers, TranslationStep translation) {
        return new CompositionStep(new TemplateSource(store), answers, translation);
    }
}
