/** The records of jobs and batches in MongoDB: documents, indexes, conditional updates, queries. */
@NullMarked
package io.eventjobs.gateway.mongo;

import org.jspecify.annotations.NullMarked;
