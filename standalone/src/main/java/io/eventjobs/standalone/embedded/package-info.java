/** Kafka, a MongoDB-compatible server and an S3 server, embedded in this process. */
@NullMarked
package io.eventjobs.standalone.embedded;

import org.jspecify.annotations.NullMarked;
