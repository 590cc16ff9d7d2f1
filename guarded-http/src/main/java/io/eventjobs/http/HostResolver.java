package io.eventjobs.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name. */
@FunctionalInterface
public interface HostResolver {
    HostResolver SYSTEM = InetAddress::getAllByName;

    InetAddress[] resolve(String host) throws UnknownHostException;
}
