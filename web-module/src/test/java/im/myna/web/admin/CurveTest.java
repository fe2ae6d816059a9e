package im.myna.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void theNewestIsAtTheRightEdgeAndTheGreatestJustBelowTheTop() {
        var curve = new Curve("sessions", List.of(0.0, 5.0, 10.0));
        assertThat(curve.line()).isEqualTo("298.3,80.0 299.2,41.0 300.0,2.0");
        assertThat(curve.area()).isEqualTo("298.3,80 298.3,80.0 299.2,41.0 300.0,2.0 300,80");
        assertThat(curve.shown()).isEqualTo("10");
        assertThat(curve.top()).isEqualTo("10");
    }

    @Test
    void anHourFillsThePicture() {
        assertThat(new Curve("threads", Collections.nCopies(360, 3.0)).line())
                .startsWith("0.0,2.0 ")
                .endsWith(" 300.0,2.0");
    }

    @Test
    void nothingIsALineAtTheBottom() {
        assertThat(new Curve("logins", List.of(0.0, 0.0)).line()).isEqualTo("299.2,80.0 300.0,80.0");
        assertThat(new Curve("logins", List.of()).area()).isEmpty();
    }

    @Test
    void smallNumbersHaveADecimal() {
        assertThat(new Curve("stanzas", List.of(2.25)).shown()).isEqualTo("2.3");
        assertThat(new Curve("stanzas", List.of(2.0)).shown()).isEqualTo("2");
        assertThat(new Curve("stanzas", List.of(1234.5)).shown()).isEqualTo("1235");
    }
}
