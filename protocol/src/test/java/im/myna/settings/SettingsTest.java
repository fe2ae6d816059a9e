package im.myna.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    private static Settings read(Map<String, String> values) {
        return Settings.read(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void withoutAnyWordTheDefaultsHold() {
        var settings = Settings.defaults();
        assertThat(settings.domains()).containsExactly("localhost");
        assertThat(settings.ports()).isEqualTo(new Settings.Ports(5222, 5223, 0, 0, 0, 8080, 8443, 0));
        assertThat(settings.address()).isEmpty();
        assertThat(settings.tls()).isEqualTo(new Settings.Tls(true, Map.of(), List.of()));
        assertThat(settings.login()).isEqualTo(new Settings.Login(true, Conflict.NEWER, 3, 10000, ""));
        assertThat(settings.registration()).isEqualTo(Registration.CLOSED);
        assertThat(settings.limits().authenticated().stanzaBytes()).isEqualTo(262144);
        assertThat(settings.limits().unauthenticated().stanzaBytes()).isEqualTo(16384);
        assertThat(settings.limits().loginSeconds()).isEqualTo(30);
    }

    @Test
    void severalDomainsAreCommaSeparatedAndTheFirstIsTheMainOne() {
        assertThat(read(Map.of("myna.domain", " b.example, a.example ,b.example"))
                        .domains())
                .containsExactly("b.example", "a.example");
    }

    @Test
    void theDatabaseLiesInTheDataFolderUnlessAnotherIsNamed() {
        assertThat(read(Map.of("myna.data", "/srv/myna")).database())
                .isEqualTo(new Settings.Database(
                        "jdbc:h2:file:/srv/myna/myna;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                        "",
                        "",
                        "org.h2.jdbcx.JdbcDataSource"));
        assertThat(read(Map.of("myna.db.url", "jdbc:postgresql:myna", "myna.db.user", "u"))
                        .database())
                .isEqualTo(
                        new Settings.Database("jdbc:postgresql:myna", "u", "", "org.postgresql.ds.PGSimpleDataSource"));
    }

    @Test
    void eachDomainHasItsOwnCertificateWhereThePathNamesTheDomain(@TempDir Path folder) throws IOException {
        for (var name : List.of("a.example.pem", "b.example.pem", "key.pem")) {
            Files.createFile(folder.resolve(name));
        }
        var tls = read(Map.of(
                        "myna.domain", "a.example,b.example",
                        "myna.tls.certificate", folder + "/{domain}.pem",
                        "myna.tls.key", folder + "/key.pem"))
                .tls();
        var key = folder.resolve("key.pem");
        assertThat(tls.certificates())
                .isEqualTo(Map.of(
                        "a.example", new Certificate(folder.resolve("a.example.pem"), key),
                        "b.example", new Certificate(folder.resolve("b.example.pem"), key)));
    }

    @Test
    void aMissingFileIsNamedInOneLine() {
        assertThatThrownBy(() -> read(Map.of("myna.tls.client-authorities", "/nowhere/ca.pem")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "myna.tls.client-authorities is '/nowhere/ca.pem': there is no such file, or it may not be read; "
                                + "allowed: a file that can be read, or nothing");
    }

    @Test
    void aKeyWithoutItsCertificateIsRefused() {
        assertThatThrownBy(() -> read(Map.of("myna.tls.key", "/k.pem")))
                .hasMessageContaining("myna.tls.certificate is ''");
        assertThatThrownBy(() -> read(Map.of("myna.tls.certificate", "/c.pem")))
                .hasMessageContaining("myna.tls.key is ''");
    }

    @Test
    void listsOfTheWebAreSeparatedByCommas() {
        var web = read(Map.of(
                        "myna.web.url", "https://chat.example.com",
                        "myna.web.origins", "https://www.example.com, http://localhost:3000",
                        "myna.web.proxies", "192.0.2.1, 2001:db8::/32"))
                .web();
        assertThat(web)
                .isEqualTo(new Settings.Web(
                        "https://chat.example.com",
                        List.of("https://www.example.com", "http://localhost:3000"),
                        List.of("192.0.2.1", "2001:db8::/32"),
                        45,
                        30,
                        List.of("127.0.0.0/8", "::1")));
    }

    @Test
    void thoseWhoGovernMayHaveAPortOfTheirOwn() {
        assertThat(Settings.defaults().admin()).isEqualTo(new Settings.Admin("", List.of("0.0.0.0/0", "::/0")));
        var settings = read(Map.of(
                "myna.admin.port", "9443", "myna.admin.address", "127.0.0.1", "myna.admin.networks", "10.0.0.0/8,::1"));
        assertThat(settings.ports().admin()).isEqualTo(9443);
        assertThat(settings.admin()).isEqualTo(new Settings.Admin("127.0.0.1", List.of("10.0.0.0/8", "::1")));
        assertThatThrownBy(() -> read(Map.of("myna.admin.port", "8443")))
                .hasMessageContaining("myna.admin.port is '8443': that is myna.port.https already");
    }

    @Test
    void twoDoorsCannotShareAPortButBothCanBeOff() {
        assertThatThrownBy(() -> read(Map.of("myna.port.client", "8080")))
                .hasMessageContaining("myna.port.http is '8080': that is myna.port.client already");
        var ports = read(Map.of("myna.port.http", "0", "myna.port.https", "0")).ports();
        assertThat(List.of(ports.http(), ports.https())).containsExactly(0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "myna.port.client|65536|that is too large; allowed: 0 to 65535, 0 = off",
                "myna.port.client|-1|that is no whole number",
                "myna.port.client|''|that is no whole number",
                "myna.limits.depth|99999999999999999999|that is no whole number",
                "myna.limits.depth|2147483648|that is too large",
                "myna.login.retries|1|that is too small; allowed: 2 to 5",
                "myna.login.iterations|4095|that is too small",
                "myna.tls.required|maybe|that is neither yes nor no; allowed: true or false",
                "myna.registration|ajar|that is unknown; allowed: closed or open",
                "myna.login.conflict|mine|that is unknown; allowed: newer, older or both",
                "myna.address|example.com|that has not the form of it; allowed: an IP address",
                "myna.see-other-host|http://x|that has not the form of it",
                "myna.web.url|chat.example.com|that has not the form of it; allowed: https://host",
                "myna.web.url|https://chat.example.com/chat|that has not the form of it",
                "myna.web.origins|b.example|that has not the form of it; allowed: origins",
                "myna.web.proxies|proxy|that has not the form of it; allowed: IP addresses or networks",
                "myna.web.request-seconds|soon|that is no whole number",
                "myna.contact.abuse|abuse@example.com|that has not the form of it; allowed: addresses such as mailto:",
                "myna.contact.admin|mailto:a b@example.com|that has not the form of it",
                "myna.data|''|it is empty",
                "myna.domain|''|'' is no domain name: the domainpart is empty",
                "myna.domain|under_score|'under_score' is no domain name",
                "myna.domain|'a.example,'|'' is no domain name",
            })
    void aWrongValueIsToldInOneLineWithItsKeyAndWhatIsAllowed(String key, String value, String told) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(key + " is '" + value + "': ")
                .hasMessageContaining(told)
                .hasMessageContaining("; allowed: ")
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "myna.address,127.0.0.1",
        "myna.address,::1",
        "myna.address,''",
        "myna.see-other-host,[::1]:5222",
        "myna.see-other-host,münchen.example",
        "myna.see-other-host,a.example:1",
        "myna.tls.required, TRUE ",
        "myna.login.conflict,Both"
    })
    void theseAreRight(String key, String value) {
        assertThat(read(Map.of(key, value))).isNotNull();
    }

    @Test
    void contactsStandInOrderByWhatTheyAreFor() {
        var settings = read(Map.of(
                "myna.contact.support", "https://example.com/help?a=1#b",
                "myna.contact.abuse", "mailto:abuse@example.com, xmpp:abuse@example.com"));
        assertThat(settings.contacts().keySet()).containsExactly("abuse", "support");
        assertThat(settings.contacts().get("abuse"))
                .containsExactly("mailto:abuse@example.com", "xmpp:abuse@example.com");
    }

    @Test
    void passwordsKeepTheirSpacesAndStayOutOfTexts() {
        var settings = read(Map.of("myna.admin.password", " s3 cret ", "myna.db.password", "t0p"));
        assertThat(settings.adminPassword()).isEqualTo(" s3 cret ");
        assertThat(settings.toString()).doesNotContain("s3 cret").doesNotContain("t0p");
        assertThat(Arrays.stream(Setting.values()).filter(Setting::secret).map(Setting::key))
                .containsExactly("myna.admin.password", "myna.db.password");
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsReadAndDescribed(Setting setting) {
        var asked = new TreeSet<String>();
        Settings.read(key -> {
            asked.add(key);
            return Optional.empty();
        });
        assertThat(asked).contains(setting.key()).isEqualTo(new TreeSet<>(Settings.names()));
        assertThat(setting.description()).isNotBlank().doesNotContain("\n");
        assertThat(setting.allowed()).isNotBlank();
    }
}
