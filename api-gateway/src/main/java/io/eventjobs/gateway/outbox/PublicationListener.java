package io.eventjobs.gateway.outbox;

import io.eventjobs.model.event.PublicEvent;

/** Notified of every event that Kafka has acknowledged. Must return at once and not throw. */
@FunctionalInterface
public interface PublicationListener {
    void published(PublicEvent event);
}
