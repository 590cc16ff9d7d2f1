package io.eventjobs.connection;

/** Asks a service whether it can be used. */
@FunctionalInterface
public interface Check {
    /** Throws if the service cannot be used; must be bounded in time. */
    void run() throws Exception;
}
