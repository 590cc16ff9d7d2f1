package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** A backend with all databases in memory. */
final class InMemoryBackend extends MemoryBackend {
    InMemoryBackend() {
        version(ServerVersion.MONGO_5_0);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return super.handleCommand(channel, database, HelloAlias.canonical(command), query);
    }
}
