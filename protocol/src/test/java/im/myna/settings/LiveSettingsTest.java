package im.myna.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSettingsTest {
    private final Sources sources = new Sources(
            key -> Optional.ofNullable(Map.of("myna.registration", "open").get(key)), key -> "file");

    @Test
    void whatIsChangedCountsMoreThanWhatWasSaidAtTheStart() {
        var settings = new LiveSettings(sources.with(Map.of()));
        assertThat(settings.now().registration()).isEqualTo(Registration.OPEN);
        settings.become(sources.with(Map.of("myna.registration", "closed")));
        assertThat(settings.now().registration()).isEqualTo(Registration.CLOSED);
        settings.become(sources.with(Map.of()));
        assertThat(settings.now().registration()).isEqualTo(Registration.OPEN);
    }

    @Test
    void whatCannotBeSoIsRefused() {
        assertThatThrownBy(() -> sources.with(Map.of("myna.login.retries", "9")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("2 to 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.1", "1.2.3", "::1::", "1:2:3:4:5:6:7:8:9", "10.0.0.0/x"})
    void aNetworkThatIsNoneIsRefusedBeforeAnybodyUsesIt(String network) {
        assertThatThrownBy(() -> sources.with(Map.of("myna.web.proxies", network)))
                .isInstanceOf(SettingsException.class);
    }

    /** The launcher and the container need them before the database is there. */
    @Test
    void whatTheStartNeedsCannotChangeWhileTheServerRuns() {
        assertThat(Arrays.stream(Setting.values()).filter(setting -> !setting.live()))
                .contains(Setting.DOMAIN, Setting.DATA, Setting.PORT_CLIENT, Setting.DB_URL, Setting.DB_PASSWORD)
                .contains(Setting.ADDRESS, Setting.WEB_REQUEST_SECONDS, Setting.ADMIN_PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void aDefaultIsAmongTheChoices(Setting setting) {
        if (!setting.choices().isEmpty()) {
            assertThat(setting.choices()).contains(setting.fallback());
        }
        assertThat(setting.type()).isNotEmpty();
    }
}
