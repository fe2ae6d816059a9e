package im.myna.directory.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.directory.definition.Definition.Security;
import im.myna.directory.definition.Definition.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionTest {
    private static final Map<String, String> LEAST =
            Map.of("domains", "verona.example", "servers", "ldap.verona.example", "users-base", "dc=verona,dc=example");

    private static Definition read(String... more) {
        var values = new HashMap<>(LEAST);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return Definition.read(values);
    }

    @Test
    void littleHasToBeSaid() {
        var least = read();
        assertThat(least.reach().security()).isEqualTo(Security.LDAPS);
        assertThat(least.reach().servers()).containsExactly(new Server("ldap.verona.example", 636));
        assertThat(least.binder().dn()).isEmpty();
        assertThat(least.cached()).isEqualTo(Duration.ofMinutes(1));
        assertThat(least.roles().any()).isFalse();
        assertThat(least.people().everybody()).hasToString("(uid=*)");
    }

    @Test
    void serversHavePortsOrTheUsualOne() {
        assertThat(read("servers", "a:1636, [::1]:2636,b", "security", "starttls")
                        .reach()
                        .servers())
                .containsExactly(new Server("a", 1636), new Server("::1", 2636), new Server("b", 389));
    }

    @Test
    void eachWrongWordIsToldWithItsKey() {
        for (var wrong : new String[][] {
            {"domains", " , "},
            {"servers", ""},
            {"servers", "ldap://x"},
            {"servers", "a:0"},
            {"servers", "a:70000"},
            {"security", "tls"},
            {"order", "random"},
            {"pins", "abc"},
            {"bind-dn", "nonsense"},
            {"bind-dn", "cn=clerk"},
            {"bind-password-environment", "NO_SUCH_VARIABLE_HERE"},
            {"bind-password-file", "/nowhere/at/all"},
            {"connections", "0"},
            {"connections", "many"},
            {"users-base", ""},
            {"users-base", "x"},
            {"users-filter", "(uid=juliet)"},
            {"users-filter", "uid={0}("},
            {"users-disabled", "(("},
            {"users-pattern", "uid=juliet,dc=verona"},
            {"users-pattern", "{0}"},
            {"users-scope", "base"},
            {"username", "a b"},
            {"groups-filter", "("},
            {"groups-members", "member)(x"},
            {"groups-nesting", "deep"},
            {"admins", "nonsense"},
            {"sync-seconds", "-1"},
            {"referrals", "perhaps"},
            {"colour", "green"}
        }) {
            assertThatThrownBy(() -> read(wrong))
                    .as(String.join("=", wrong))
                    .isInstanceOf(DefinitionException.class)
                    .hasMessageStartingWith(wrong[0] + ":");
        }
    }

    @Test
    void secretsMayLieInFiles(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "of the town\nmore\n")
                .toString();
        var definition = read("bind-dn", "cn=clerk", "bind-password-file", file);
        assertThat(definition.binder().password()).isEqualTo("of the town");
        assertThat(definition.toString()).doesNotContain("of the town");
        assertThatThrownBy(() -> read("bind-dn", "cn=clerk", "bind-password", "x", "bind-password-file", file))
                .isInstanceOf(DefinitionException.class);
        assertThat(read("trust-file", file).reach().trusted()).contains("more");
    }

    @Test
    void aNameIsEscapedWhereverItStands() {
        assertThat(read().people().named("*)(uid=*")).hasToString("(uid=\\2a\\29\\28uid=\\2a)");
        assertThat(read().people().named("a\0\\")).hasToString("(uid=a\\00\\5c)");
    }

    @Test
    void attributesAreFilledIntoTemplates() {
        var template = new Template("{givenName} {initials} {sn} $1");
        assertThat(template.attributes()).containsExactly("givenName", "initials", "sn");
        var values = Map.of("givenName", "Juliet", "sn", "{givenName} \\$0");
        assertThat(template.filled(attribute -> values.getOrDefault(attribute, "")))
                .isEqualTo("Juliet {givenName} \\$0 $1");
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        var document = Files.readString(Path.of("../docs/ldap.md"));
        for (var key : Key.values()) {
            assertThat(document).contains("| `" + key.title() + "` |", key.description());
            assertThat(Key.named(key.title())).contains(key);
            assertThat(key.description()).endsWith(".");
        }
    }
}
