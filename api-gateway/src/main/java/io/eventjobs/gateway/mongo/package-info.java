/** All that is stored in MongoDB: documents, indexes, conditional updates, queries by intent. Nothing else speaks to it. */
@NullMarked
package io.eventjobs.gateway.mongo;

import org.jspecify.annotations.NullMarked;
