package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/** A collection in memory with secondary indexes. Its size in bytes is not tracked: that would encode each document twice. */
final class InMemoryCollection extends MemoryCollection {
    private final FieldIndexes<Integer> fields = new FieldIndexes<>(each -> streamAllDocumentsWithPosition()
            .forEach(document -> each.accept(document.getDocument(), document.getPosition())));

    InMemoryCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    public void addIndex(Index<Integer> index) {
        super.addIndex(index);
        fields.declare(index);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fieldSelector) {
        Optional<List<Integer>> candidates = fields.candidates(query);
        return candidates.isPresent()
                ? matchDocuments(query, candidates.get(), orderBy, skip, limit, batchSize, fieldSelector)
                : super.queryDocuments(query, orderBy, skip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        Integer position = super.addDocumentInternal(document);
        fields.added(document, position);
        return position;
    }

    @Override
    protected void handleUpdate(Integer position, Document before, Document after) {
        super.handleUpdate(position, before, after);
        fields.updated(before, after, position);
    }

    @Override
    protected void removeDocument(Integer position) {
        Document removed = getDocument(position);
        super.removeDocument(position);
        fields.removed(removed, position);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
