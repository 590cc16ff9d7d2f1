package io.eventjobs.worker.log;

/** The keys of structured log lines. */
public final class LogKeys {
    public static final String ATTEMPT = "attempt";
    public static final String BATCH_ID = "batch_id";
    public static final String CHECKPOINT = "checkpoint";
    public static final String FAULT = "fault";
    public static final String FOLDER = "folder";
    public static final String JOB_ID = "job_id";
    public static final String MISSING = "missing";
    public static final String OFFSET = "offset";
    public static final String PARTITION = "partition";
    public static final String PAUSE = "pause";
    public static final String PORT = "port";
    public static final String REASON = "reason";
    public static final String STATUS = "status";
    public static final String TASK = "task";
    public static final String TENANT = "tenant";
    public static final String UNFINISHED = "unfinished";
    public static final String WORKER_ID = "worker_id";

    private LogKeys() {}
}
