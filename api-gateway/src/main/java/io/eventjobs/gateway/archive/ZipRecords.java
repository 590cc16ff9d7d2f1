package io.eventjobs.gateway.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The records of a ZIP whose entries are stored, not compressed (APPNOTE 4.3). Their lengths depend on names, sizes and offsets alone, and are
 * therefore known before any content is. What does not fit into 32 bits is in ZIP64 fields.
 */
final class ZipRecords {
    /** The same for every entry, so that the same files give the same bytes: midnight of 2000-01-01, in the format of MS-DOS. */
    private static final int FIXED_DATE = 20 << 9 | 1 << 5 | 1;

    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_16 = 0xFFFF;
    private static final short UTF_8_NAMES = 0x0800;
    private static final short PLAIN = 20;
    private static final short ZIP64 = 45;
    private static final int EXTRA_HEAD = 4;

    private ZipRecords() {}

    /** What stands before the content of an entry. */
    static byte[] localHeader(String name, long size, int crc32) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        boolean isLarge = size >= MAX_32;
        int extra = isLarge ? EXTRA_HEAD + 16 : 0;
        ByteBuffer out = buffer(30 + path.length + extra);
        out.putInt(0x04034b50).putShort(isLarge ? ZIP64 : PLAIN);
        common(out, size, crc32);
        out.putShort((short) path.length).putShort((short) extra).put(path);
        if (isLarge) {
            out.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
        }
        return out.array();
    }

    /** What the central directory says of an entry. */
    static byte[] directoryEntry(String name, long size, int crc32, long offset) {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        boolean isLarge = size >= MAX_32;
        boolean isFar = offset >= MAX_32;
        int fields = (isLarge ? 16 : 0) + (isFar ? 8 : 0);
        int extra = fields == 0 ? 0 : EXTRA_HEAD + fields;
        short version = fields == 0 ? PLAIN : ZIP64;
        ByteBuffer out = buffer(46 + path.length + extra);
        out.putInt(0x02014b50).putShort(version).putShort(version);
        common(out, size, crc32);
        out.putShort((short) path.length).putShort((short) extra);
        // No comment, the first disk, no attributes.
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt((int) Math.min(offset, MAX_32)).put(path);
        if (fields > 0) {
            out.putShort((short) 1).putShort((short) fields);
        }
        if (isLarge) {
            out.putLong(size).putLong(size);
        }
        if (isFar) {
            out.putLong(offset);
        }
        return out.array();
    }

    /** What stands after the central directory. */
    static byte[] end(int entries, long directoryOffset, long directorySize) {
        boolean isLarge = entries >= MAX_16 || directoryOffset >= MAX_32 || directorySize >= MAX_32;
        ByteBuffer out = buffer(22 + (isLarge ? 56 + 20 : 0));
        if (isLarge) {
            out.putInt(0x06064b50).putLong(44).putShort(ZIP64).putShort(ZIP64);
            out.putInt(0).putInt(0).putLong(entries).putLong(entries);
            out.putLong(directorySize).putLong(directoryOffset);
            out.putInt(0x07064b50).putInt(0).putLong(directoryOffset + directorySize);
            out.putInt(1);
        }
        short count = (short) Math.min(entries, MAX_16);
        out.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        out.putShort(count).putShort(count);
        out.putInt((int) Math.min(directorySize, MAX_32)).putInt((int) Math.min(directoryOffset, MAX_32));
        out.putShort((short) 0);
        return out.array();
    }

    private static void common(ByteBuffer out, long size, int crc32) {
        int shown = (int) Math.min(size, MAX_32);
        out.putShort(UTF_8_NAMES).putShort((short) 0).putShort((short) 0).putShort((short) FIXED_DATE);
        out.putInt(crc32).putInt(shown).putInt(shown);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
