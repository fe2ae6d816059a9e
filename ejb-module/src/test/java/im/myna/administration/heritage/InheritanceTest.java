package im.myna.administration.heritage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InheritanceTest {
    @Test
    void theNextStartReadsWhatThisOneWrote() throws IOException {
        // XEP-0106, 3: an escaped space.
        var left = new Inheritance(
                Jid.of("d\\27artagnan", "bücher.example", ""),
                ScramVerifier.all("arise, fair sun", 4096),
                Jid.of("admin@localhost"));
        assertThat(left.text()).doesNotContain("arise");
        var read = Inheritance.of(left.text());
        assertThat(read.admin()).isEqualTo(left.admin());
        assertThat(read.former()).isEqualTo(left.former());
        assertThat(read.verifiers()).containsExactlyInAnyOrderElementsOf(left.verifiers());
        assertThat(left.verifiers()).allMatch(verifier -> verifier.matches("arise, fair sun"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin=boss@example.com\nformer=admin@localhost\n",
                "admin=@\nformer=admin@localhost\nverifier.SHA-256=1 AA== AA== AA==\n",
                "admin=boss@example.com\nformer=admin@localhost\nverifier.SHA-256=1 AA==\n",
                "admin=boss@example.com\nformer=admin@localhost\nverifier.MD5=1 AA== AA== AA==\n",
                "admin=boss@example.com\nformer=admin@localhost\nverifier.SHA-256=many AA== AA== AA==\n",
            })
    void whatWasDamagedIsRefused(String text) {
        assertThatThrownBy(() -> Inheritance.of(text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("first-account is damaged: ");
    }
}
