package im.myna.administration.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
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

    @Test
    void settingsAreReadAsTheyWereChosen() throws IOException {
        var told = Map.of("myna.domain", "bücher.example", "myna.db.password", " a\\b=c:d#e!f\t\n ");
        var read = new Properties();
        read.load(new StringReader(SettingsText.of(told)));
        assertThat(read).isEqualTo(told);
    }
}
