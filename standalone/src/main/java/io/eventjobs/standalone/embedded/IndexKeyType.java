package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Stores keys of unique indexes: one byte for the number of values, then each value as {@link BsonValueType} does. */
final class IndexKeyType extends BasicDataType<KeyValue> {
    static final IndexKeyType INSTANCE = new IndexKeyType();

    private IndexKeyType() {}

    @Override
    public int compare(KeyValue left, KeyValue right) {
        int shared = Math.min(left.size(), right.size());
        for (int i = 0; i < shared; i++) {
            int order = ValueComparator.ascWithoutListHandling().compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    @Override
    public int getMemory(KeyValue key) {
        return key.stream().mapToInt(BsonHeapSize::of).sum();
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        ByteBuf bytes = Unpooled.buffer(128);
        bytes.writeByte(key.size());
        key.forEach(value -> BsonValueType.encode(Missing.ofNullable(value), bytes));
        target.put(bytes.array(), bytes.readerIndex(), bytes.readableBytes());
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        ByteBuf bytes = Unpooled.wrappedBuffer(source);
        int size = bytes.readUnsignedByte();
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(BsonValueType.decode(bytes));
        }
        source.position(source.position() + bytes.readerIndex());
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
