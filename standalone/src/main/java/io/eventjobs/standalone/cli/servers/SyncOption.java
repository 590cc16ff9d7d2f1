package io.eventjobs.standalone.cli.servers;

import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.embedded.Durability;
import picocli.CommandLine.Option;

/** The option that says what the data survives. */
final class SyncOption {
    @Option(
            names = "--sync",
            description =
                    "Synchronize each commit of the database to the disk before it is acknowledged, and Kafka's logs every second: jobs survive a loss of power")
    boolean sync;

    Durability durability(boolean ephemeral) {
        if (sync && ephemeral) {
            throw new GatewayException("--sync needs data on a disk: it excludes --ephemeral");
        }
        return sync ? Durability.DISK : Durability.PAGE_CACHE;
    }
}
