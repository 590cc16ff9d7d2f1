package io.eventjobs.gateway;

/** The keys in log lines that several classes use, so that one search finds all that was said of one thing. */
public final class LogKeys {
    public static final String JOB_ID = "job_id";
    public static final String TOKEN = "token";
    public static final String EXECUTION = "execution";
    public static final String STATUS = "status";
    public static final String FAULT = "fault";
    public static final String HOST = "host";
    public static final String PARTITIONS = "partitions";

    private LogKeys() {}
}
