package dev.breakwater.brokers.mongo;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;

/// Keeps everything in memory, as its parent does. There, what was written while an index was being made could be missing in it: a query
/// did not find it, and nobody could remove it any more. Here, writers wait for the index.
final class CompleteIndexes extends MemoryBackend {
    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new MemoryDatabase(name, getCursorRegistry()) {
            @Override
            protected MemoryCollection openOrCreateCollection(String collection, CollectionOptions options) {
                return new MemoryCollection(this, collection, options, cursorRegistry) {
                    @Override
                    public synchronized void addIndex(Index<Integer> index) {
                        super.addIndex(index);
                    }
                };
            }
        };
    }
}
