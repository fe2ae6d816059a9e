package im.myna.store.secret;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Together;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class SecretStoreTest {
    private final Database database;
    private final SecretStore secrets;

    SecretStoreTest(Engine engine) {
        database = engine.empty();
        secrets = database.secrets();
    }

    @Test
    void aSecretStaysTheSame() {
        assertThat(secret("salt")).hasSize(32).isEqualTo(secret("salt"));
    }

    @Test
    void eachNameHasItsOwn() {
        assertThat(secret("salt")).isNotEqualTo(secret("pepper"));
    }

    @Test
    void allWhoAskForItFirstAtTheSameTimeGetTheSame() throws Exception {
        var seen = Together.call(8, caller -> secret("salt"));
        assertThat(seen).allMatch(one -> Arrays.equals(one, seen.get(0)));
    }

    private byte[] secret(String name) {
        return database.transaction(() -> secrets.secret(name, 32));
    }
}
