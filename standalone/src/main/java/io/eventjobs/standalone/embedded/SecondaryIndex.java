package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** A declared index that is not unique. It holds nothing itself: the collection keeps {@link FieldIndexes}. */
final class SecondaryIndex<P> extends EmptyIndex<P> {
    SecondaryIndex(String name, List<IndexKey> keys) {
        super(name, keys);
    }
}
