package io.eventjobs.gateway.log;

/** The keys of structured log lines that several classes use. */
public final class LogKeys {
    public static final String BATCH_ID = "batch_id";
    public static final String ERROR_ID = "error_id";
    public static final String EXECUTION = "execution";
    public static final String FAULT = "fault";
    public static final String FOLDER = "folder";
    public static final String HOST = "host";
    public static final String JOB_ID = "job_id";
    public static final String MESSAGE = "message";
    public static final String PARTITIONS = "partitions";
    public static final String STATUS = "status";
    public static final String TEMPLATE = "template";
    public static final String TOKEN = "token";

    private LogKeys() {}
}
