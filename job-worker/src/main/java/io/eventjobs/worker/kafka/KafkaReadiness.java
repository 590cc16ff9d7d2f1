package io.eventjobs.worker.kafka;

/** Whether commands can be read and reports sent. */
@FunctionalInterface
interface KafkaReadiness {
    boolean isReady() throws InterruptedException;
}
