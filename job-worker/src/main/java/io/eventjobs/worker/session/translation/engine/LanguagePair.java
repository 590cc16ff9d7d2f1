package io.eventjobs.worker.session.translation.engine;

/** From which language into which. */
public record LanguagePair(LanguageTag source, LanguageTag target) {}
