package dev.dormouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {

    @Test
    void everything_is_received_in_order_before_it_is_closed() {
        List<Integer> received = new ArrayList<>();
        try (InTurn<Integer> inTurn = new InTurn<>(received::add)) {
            IntStream.range(0, 10_500).forEach(inTurn::accept);
        }
        assertThat(received)
                .containsExactlyElementsOf(IntStream.range(0, 10_500).boxed().toList());
    }

    @Test
    void a_receiver_that_fails_fails_whoever_passes_on_and_hears_no_more() {
        List<Integer> received = new ArrayList<>();
        InTurn<Integer> inTurn = new InTurn<>(one -> {
            if (one == 1_500) {
                throw new IllegalStateException("full");
            }
            received.add(one);
        });
        assertThatThrownBy(() -> {
                    try (inTurn) {
                        IntStream.range(0, 10_500).forEach(inTurn::accept);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
        assertThat(received).hasSize(1_500);
    }
}
