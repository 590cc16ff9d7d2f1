package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueSettingTest {
    private Records records;
    private QueueSetting setting;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        setting = new QueueSetting(records.mongo());
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void isOpenAsLongAsNobodySwitchedIt() {
        assertThat(setting.read()).isEqualTo(new QueueSetting.State(false, null));

        setting.set(true, Jobs.NOW);
        setting.set(false, Jobs.NOW.plusSeconds(5));

        assertThat(setting.read()).isEqualTo(new QueueSetting.State(false, Jobs.NOW.plusSeconds(5)));
        assertThat(records.mongo().getCollection("settings").countDocuments()).isOne();
    }

    @Test
    void withoutAValueTheQueueIsOpen() {
        records.mongo().getCollection("settings").insertOne(new Document("_id", "queue"));

        assertThat(setting.read()).isEqualTo(new QueueSetting.State(false, null));
    }
}
