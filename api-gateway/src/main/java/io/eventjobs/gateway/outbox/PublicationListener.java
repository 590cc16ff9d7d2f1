package io.eventjobs.gateway.outbox;

import io.eventjobs.model.event.PublicEvent;

/** Told of every event that Kafka has acknowledged; answers at once, never throws. */
@FunctionalInterface
public interface PublicationListener {
    void published(PublicEvent event);
}
