/** Kafka, a MongoDB-wire server and an S3 server in this process, for one machine. */
@NullMarked
package io.eventjobs.standalone.embedded;

import org.jspecify.annotations.NullMarked;
