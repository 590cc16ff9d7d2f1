package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/** A collection in the file, with secondary indexes in memory. Its size in bytes is not tracked: that would encode each document twice. */
final class DurableCollection extends H2Collection {
    private final FieldIndexes<Object> fields;

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> facts,
            CursorRegistry cursors) {
        super(database, name, options, documents, facts, cursors);
        this.fields =
                new FieldIndexes<>(each -> documents.forEach((position, document) -> each.accept(document, position)));
    }

    @Override
    public void addIndex(Index<Object> index) {
        super.addIndex(index);
        fields.declare(index);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fieldSelector) {
        Optional<List<Object>> candidates = fields.candidates(query);
        return candidates.isPresent()
                ? matchDocuments(query, candidates.get(), orderBy, skip, limit, batchSize, fieldSelector)
                : super.queryDocuments(query, orderBy, skip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object position = super.addDocumentInternal(document);
        fields.added(document, position);
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        super.handleUpdate(position, before, after);
        fields.updated(before, after, position);
    }

    @Override
    protected void removeDocument(Object position) {
        Document removed = getDocument(position);
        super.removeDocument(position);
        fields.removed(removed, position);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
