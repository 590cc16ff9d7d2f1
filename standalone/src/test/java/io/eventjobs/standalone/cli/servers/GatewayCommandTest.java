package io.eventjobs.standalone.cli.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class GatewayCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void refusesTheKeyThatEverybodyKnowsWhereOtherMachinesReachIt(String address) {
        StringWriter errors = new StringWriter();
        CommandLine gateway = new CommandLine(new GatewayCommand()).setErr(new PrintWriter(errors, true));

        assertThat(gateway.execute("--address", address, "--api-key", "event-jobs"))
                .isEqualTo(2);
        assertThat(errors.toString()).startsWith("--address " + address + " can be reached from other machines");
    }
}
