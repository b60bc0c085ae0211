package dev.dormouse.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void the_interval_of_81_of_263_is_that_of_newcombe_1998() {
        Share share = new Share(81, 263);
        assertThat(share.low()).isCloseTo(0.2553, within(0.0001));
        assertThat(share.high()).isCloseTo(0.3662, within(0.0001));
    }

    @Test
    void none_of_20_may_still_be_one_in_seven() {
        Share share = new Share(0, 20);
        assertThat(share.low()).isZero();
        assertThat(share.high()).isCloseTo(0.1611, within(0.0001));
    }

    @Test
    void a_year_of_a_seat_costs_twelve_months() {
        SeatPrice price = Objects.requireNonNull(SeatPrice.parse("4.00 EUR per month"));
        assertThat(price.of(365)).isEqualByComparingTo("48");
        assertThat(SeatPrice.parse("4 euros")).isNull();
    }
}
