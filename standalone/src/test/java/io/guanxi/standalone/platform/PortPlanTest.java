package io.guanxi.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @Test
    void theGatewayListensWherePeopleExpectIt() {
        assertThat(PortPlan.fromEnvironment(Map.of()).of(Service.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void oneNumberMovesEveryPortAndNoneIsUsedTwice() {
        PortPlan plan = PortPlan.fromEnvironment(Map.of("GUANXI_PORT", "20000"));

        assertThat(Stream.concat(
                        Stream.of(Service.values()).map(plan::of),
                        Stream.of(plan.issuer(), plan.broker(), plan.controller(), plan.store())))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 20000 && port < 20000 + PortPlan.SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "65535", "http", "", "-1"})
    void aNumberThatIsNoRoomForTheBlockIsRefused(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortPlan.fromEnvironment(Map.of("GUANXI_PORT", port)))
                .withMessageContaining("GUANXI_PORT");
    }
}
