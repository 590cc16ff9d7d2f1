package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Stores ids of documents: one byte for the BSON type, then the BSON value. */
final class BsonValueType extends BasicDataType<Object> {
    static final BsonValueType INSTANCE = new BsonValueType();

    private BsonValueType() {}

    @Override
    public int compare(Object left, Object right) {
        return ValueComparator.ascWithoutListHandling().compare(left, right);
    }

    @Override
    public int getMemory(Object value) {
        return BsonHeapSize.of(value);
    }

    @Override
    public void write(WriteBuffer target, Object value) {
        ByteBuf bytes = Unpooled.buffer(64);
        encode(value, bytes);
        target.put(bytes.array(), bytes.readerIndex(), bytes.readableBytes());
    }

    @Override
    public Object read(ByteBuffer source) {
        ByteBuf bytes = Unpooled.wrappedBuffer(source);
        Object value = decode(bytes);
        source.position(source.position() + bytes.readerIndex());
        return value;
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }

    static void encode(Object value, ByteBuf target) {
        Object known = value instanceof Missing ? null : value;
        byte type = BsonEncoder.determineType(known);
        target.writeByte(type);
        BsonEncoder.encodeValue(type, known, target);
    }

    static Object decode(ByteBuf source) {
        return Missing.ofNullable(BsonDecoder.decodeValue(source.readByte(), source));
    }
}
