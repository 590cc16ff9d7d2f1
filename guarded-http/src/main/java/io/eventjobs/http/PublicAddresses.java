package io.eventjobs.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells public addresses from others: an address is public if it is globally routable unicast, and if an IPv4 address that is
 * embedded in it is, too. Source: the IANA special-purpose address registries (RFC 6890).
 */
final class PublicAddresses {
    private static final List<Block> SPECIAL_V4 = List.of(
            Block.v4("0.0.0.0", 8),
            Block.v4("10.0.0.0", 8),
            Block.v4("100.64.0.0", 10),
            Block.v4("127.0.0.0", 8),
            // Public by its number, but a service of Azure for its own virtual machines.
            Block.v4("168.63.129.16", 32),
            Block.v4("169.254.0.0", 16),
            Block.v4("172.16.0.0", 12),
            Block.v4("192.0.0.0", 24),
            Block.v4("192.0.2.0", 24),
            Block.v4("192.88.99.0", 24),
            Block.v4("192.168.0.0", 16),
            Block.v4("198.18.0.0", 15),
            Block.v4("198.51.100.0", 24),
            Block.v4("203.0.113.0", 24),
            Block.v4("224.0.0.0", 4),
            Block.v4("240.0.0.0", 4));

    private static final Block GLOBAL_V6 = Block.v6(0x20, 3);
    private static final List<Block> SPECIAL_V6 = List.of(
            Block.v6("2001:0000", 23), Block.v6("2001:0db8", 32), Block.v6("3fff:0000", 20), Block.v6("5f00:0000", 16));

    private static final int[] NAT64 = {0x00, 0x64, 0xff, 0x9b};
    private static final int[] SIX_TO_FOUR = {0x20, 0x02};

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicV6(bytes) : isPublicV4(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        return SPECIAL_V4.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean isPublicV6(byte[] bytes) {
        if (startsWith(bytes, NAT64)) {
            return isZero(bytes, 4, 12) && isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (startsWith(bytes, SIX_TO_FOUR)) {
            return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
        }
        // IPv4-mapped (::ffff:0:0/96), IPv4-compatible (::/96) and everything else outside 2000::/3 is not global
        // unicast; Java
        // returns mapped addresses as IPv4 already. Teredo is part of 2001::/23.
        return GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean startsWith(byte[] bytes, int[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private record Block(byte[] prefix, int bits) {
        static Block v4(String dotted, int bits) {
            byte[] prefix = new byte[4];
            String[] parts = dotted.split("\\.");
            for (int i = 0; i < 4; i++) {
                prefix[i] = (byte) Integer.parseInt(parts[i]);
            }
            return new Block(prefix, bits);
        }

        static Block v6(String firstGroups, int bits) {
            byte[] prefix = new byte[4];
            long value = Long.parseLong(firstGroups.replace(":", ""), 16);
            for (int i = 0; i < 4; i++) {
                prefix[i] = (byte) (value >> (24 - 8 * i));
            }
            return new Block(prefix, bits);
        }

        static Block v6(int firstByte, int bits) {
            return new Block(new byte[] {(byte) firstByte}, bits);
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
