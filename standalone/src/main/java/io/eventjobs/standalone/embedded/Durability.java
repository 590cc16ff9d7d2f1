package io.eventjobs.standalone.embedded;

/** What an acknowledged write of the embedded servers survives. */
public enum Durability {
    /** The death of the process: it is in the operating system's page cache. */
    PAGE_CACHE,
    /** The death of the machine, too: commits of the MongoDB-compatible server are synchronized to the disk. */
    DISK
}
