package io.eventjobs.standalone.embedded;

/** The keys of structured log lines. */
final class LogKeys {
    static final String BROKER = "broker";
    static final String FOLDER = "folder";

    private LogKeys() {}
}
