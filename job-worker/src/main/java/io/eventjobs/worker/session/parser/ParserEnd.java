package io.eventjobs.worker.session.parser;

import java.util.Locale;

/** Why a parser process ended. The names are the values of a metric's tag. */
public enum ParserEnd {
    /** It had read enough files, had become too large, or was not needed any more. */
    RETIRED,
    /** A file needed more memory than the process may use. */
    OUT_OF_MEMORY,
    /** It ended by itself while it read a file. */
    CRASHED,
    /** It was killed from outside, by the system if memory was short. */
    KILLED,
    /** A file took longer than allowed. */
    TIMED_OUT,
    /** What it said was no valid answer. */
    INVALID_ANSWER,
    /** The job was stopped while its file was read. */
    CANCELLED,
    /** It never became ready. */
    NOT_STARTED;

    /** The tag's value. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
