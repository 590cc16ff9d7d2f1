/** All access to MongoDB: documents, indexes, conditional updates, and queries named by purpose. */
@NullMarked
package io.eventjobs.gateway.mongo;

import org.jspecify.annotations.NullMarked;
