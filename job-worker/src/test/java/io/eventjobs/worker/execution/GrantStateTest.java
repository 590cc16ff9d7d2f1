package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GrantStateTest {
    private static final StopCause DRAINED = new StopCause.Drained();
    private static final StopCause REFUSED = new StopCause.Refused("no");

    @Test
    void worksAfterAGrantAndStopsForEver() {
        GrantState working = GrantState.WAITING.granted();
        assertThat(working.phase()).isEqualTo(GrantState.Phase.WORKING);
        assertThat(working.stopped(DRAINED).granted().phase()).isEqualTo(GrantState.Phase.STOPPED);
    }

    @Test
    void keepsTheFirstCause() {
        assertThat(GrantState.WAITING.stopped(DRAINED).stopped(REFUSED).cause()).isEqualTo(DRAINED);
    }

    /** Answers may be repeated and reordered: an execution stopped before it was granted never works. */
    @Property
    void neverWorksAfterItWasStopped(@ForAll List<Boolean> grants) {
        GrantState state = GrantState.WAITING;
        boolean stopped = false;
        for (boolean grant : grants) {
            state = grant ? state.granted() : state.stopped(REFUSED);
            stopped |= !grant;
            assertThat(state.phase() == GrantState.Phase.STOPPED).isEqualTo(stopped);
            assertThat(state.cause() != null).isEqualTo(stopped);
        }
    }
}
