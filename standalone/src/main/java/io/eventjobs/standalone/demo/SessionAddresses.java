package io.eventjobs.standalone.demo;

import io.eventjobs.standalone.demo.Conference.Session;
import java.io.IOException;
import java.util.Map;

/** Where workers find a session of the conference. */
@FunctionalInterface
interface SessionAddresses {
    /** The fields of a job that say where its session is, by name; makes the files available, if they are not yet. */
    Map<String, String> of(Session session) throws IOException, InterruptedException;
}
