package io.eventjobs.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters are read by hand and described by hand: both must say the same. */
class QueryDescriptionTest {
    private QueryHarness gateway;

    @BeforeEach
    void open() throws InterruptedException {
        gateway = new QueryHarness();
        gateway.batch("batch-1");
        gateway.stored(Jobs.pendingInBatch(0));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "listJobs, /api/event-job/jobs",
        "listBatches, /api/event-job/batches",
        "getBatch, /api/event-job/batches/batch-1",
        "listBatchJobs, /api/event-job/batches/batch-1/jobs"
    })
    void everyParameterThatIsReadIsDescribedAndNoOther(String operation, String path) {
        String known = gateway.api
                .read(path + "?nonsense=1")
                .text("/error/details/0/message")
                .replace("unknown parameter; must be one of ", "");

        assertThat(described(operation)).containsExactlyInAnyOrder(known.split(", "));
    }

    @Test
    void everyStateThatIsDescribedIsOne() {
        for (String list : List.of("/api/event-job/jobs", "/api/event-job/batches")) {
            for (String status : List.of("pending", "processing", "completed", "failed", "cancelled")) {
                assertThat(gateway.api.read(list + "?status=" + status).status())
                        .as(list + " " + status)
                        .isEqualTo(200);
            }
        }
    }

    private static List<String> described(String operation) {
        Method method = Arrays.stream(QueryController.class.getDeclaredMethods())
                .filter(some -> some.isAnnotationPresent(Operation.class))
                .filter(some -> Objects.requireNonNull(some.getAnnotation(Operation.class))
                        .operationId()
                        .equals(operation))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(method.getAnnotationsByType(Parameter.class))
                .map(Parameter::name)
                .toList();
    }
}
