package io.eventjobs.worker.session.language.engine;

/** From which language into which. */
public record LanguagePair(LanguageTag source, LanguageTag target) {}
