package io.eventjobs.worker.kafka;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.worker.execution.Slots;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the partition of the controls in which this worker is told things, from its end on. */
public final class ControlListener {
    private static final Logger LOG = LoggerFactory.getLogger(ControlListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> controls;
    private final Slots slots;
    private final WorkerId workerId;
    private final Runnable drain;
    private final MessageCodec<Control> codec = MessageCodec.controls();
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param drain what to do when the gateway asks the worker to take nothing more */
    public ControlListener(Consumer<String, byte[]> controls, Slots slots, WorkerId workerId, Runnable drain) {
        this.controls = controls;
        this.slots = slots;
        this.workerId = workerId;
        this.drain = drain;
    }

    /** Finds the partition and goes to its end; after this no answer to a claim can be missed. Then listens. */
    public synchronized void start(Topics topics) {
        int partitions = controls.partitionsFor(topics.controls()).size();
        byte[] key = workerId.value().getBytes(StandardCharsets.UTF_8);
        TopicPartition mine = new TopicPartition(topics.controls(), Utils.toPositive(Utils.murmur2(key)) % partitions);
        controls.assign(List.of(mine));
        controls.seekToEnd(List.of(mine));
        controls.position(mine);
        running = true;
        thread = Thread.ofPlatform().name("controls").daemon(true).start(this::loop);
    }

    public synchronized void stop() throws InterruptedException {
        running = false;
        controls.wakeup();
        if (thread != null) {
            thread.join(STOP);
        }
    }

    private void loop() {
        try (controls) {
            while (running) {
                controls.poll(POLL).forEach(this::read);
            }
        } catch (WakeupException | InterruptException e) {
            LOG.atDebug().log("Controls closed");
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        switch (codec.decode(record.value())) {
            case Decoded.Undecodable<Control> undecodable ->
                LOG.atWarn().addKeyValue("reason", undecodable.reason()).log("Control cannot be read");
            case Decoded.Message<Control> control -> {
                if (control.value().workerId().equals(workerId)) {
                    obey(control.value());
                }
            }
        }
    }

    private void obey(Control control) {
        switch (control) {
            case Control.Granted granted -> slots.granted(granted.jobId(), granted.token(), granted.execution());
            case Control.Refused refused -> slots.refused(refused.execution(), refused.reason());
            case Control.Cancel cancel -> slots.cancelled(cancel.jobId(), cancel.upToToken(), cancel.reason());
            case Control.Drain asked -> drain.run();
        }
    }
}
