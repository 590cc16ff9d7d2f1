package io.eventjobs.worker.session.bundle;

/** A text in the root of a ZIP. */
public record RootText(String name, String text) {}
