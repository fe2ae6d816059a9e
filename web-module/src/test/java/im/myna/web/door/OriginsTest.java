package im.myna.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Security;
import im.myna.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private static final Visitor VISITOR = new Visitor(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), Security.PLAIN, "https://im.example.com");

    private static Origins origins(String url, String... others) {
        return new Origins(new Settings.Web(url, List.of(others), List.of(), 0, 0, List.of()));
    }

    /** RFC 6454, 4 to 6. */
    @ParameterizedTest
    @CsvSource({
        "https://im.example.com, true",
        "https://IM.example.com:443, true",
        "http://im.example.com, false",
        "https://im.example.com:8443, false",
        "https://chat.example.com, true",
        "https://app.example.org:8000, true",
        "https://app.example.org, false",
        "https://im.example.com.evil.example, false",
        "null, false"
    })
    void ownPagesAndListedSitesAreAdmitted(String origin, boolean admitted) {
        var origins = origins("https://chat.example.com", "https://app.example.org:8000");
        assertThat(origins.admit(origin, VISITOR)).isEqualTo(admitted);
    }

    @Test
    void whatIsNoPageHasNoOriginAndIsAdmitted() {
        assertThat(origins("").admit("", VISITOR)).isTrue();
    }

    @Test
    void aStarAdmitsAll() {
        assertThat(origins("", "*").admit("https://evil.example", VISITOR)).isTrue();
        assertThat(origins("", "*").admit("null", VISITOR)).isTrue();
    }
}
