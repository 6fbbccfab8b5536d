package io.guanxi.analytics.measuring.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One bounded piece of memory for blocks, indexes and write buffers of all stores of a service. */
final class RocksMemory implements AutoCloseable {

    /** The name under which the stores find it in the configuration of the streams. */
    static final String NAME = "guanxi.rocks.memory";

    private static final long WRITE_BUFFER = 1 << 20;
    private static final int WRITE_BUFFERS = 2;

    private final Cache blocks;
    private final WriteBufferManager writeBuffers;

    /** @param bytes for everything; write buffers take at most half of it */
    RocksMemory(long bytes) {
        RocksDB.loadLibrary();
        blocks = new LRUCache(bytes, -1, false, 0.1);
        writeBuffers = new WriteBufferManager(bytes / 2, blocks);
    }

    private void assign(Options options) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(blocks);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(writeBuffers);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close() {
        writeBuffers.close();
        blocks.close();
    }

    /** Made by Kafka Streams, one for each store. */
    public static final class Setter implements RocksDBConfigSetter {

        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            if (configs.get(NAME) instanceof RocksMemory memory) {
                memory.assign(options);
            }
        }

        @Override
        public void close(String storeName, Options options) {
            // The memory is shared and closed with the service.
        }
    }
}
