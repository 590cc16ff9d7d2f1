package io.eventjobs.worker.session.translation.engine;

/** The languages of a translation. */
public record LanguagePair(LanguageTag source, LanguageTag target) {}
