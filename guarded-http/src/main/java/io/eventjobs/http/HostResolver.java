package io.eventjobs.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Resolves host names. Thread-safe. */
@FunctionalInterface
public interface HostResolver {
    HostResolver SYSTEM = InetAddress::getAllByName;

    InetAddress[] resolve(String host) throws UnknownHostException;
}
