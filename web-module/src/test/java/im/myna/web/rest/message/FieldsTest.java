package im.myna.web.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.store.account.Role;
import im.myna.store.token.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private static Fields fields(String json) {
        return Fields.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(String json, Function<Fields, ?> look) {
        var refused = catchThrowableOfType(RefusedException.class, () -> look.apply(fields(json)));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID);
        return refused.getMessage();
    }

    @Test
    void whatIsThereIsRead() {
        var fields = fields("{\"name\":\"\u732b \\u00e9\",\"on\":true,\"off\":false,\"at\":\"2025-12-24T18:00:00Z\","
                + "\"never\":null,\"role\":\"domain-admin\",\"scopes\":[\"write\",\"read\",\"read\"]}");
        assertThat(fields.text("name")).isEqualTo("\u732b \u00e9");
        assertThat(fields.flag("on", false)).isTrue();
        assertThat(fields.flag("off", true)).isFalse();
        assertThat(fields.time("at", Instant.EPOCH)).isEqualTo("2025-12-24T18:00:00Z");
        assertThat(fields.time("never", Instant.MAX)).isEqualTo(Instant.EPOCH);
        assertThat(fields.choice("role", Role.class, Role.USER)).isEqualTo(Role.DOMAIN_ADMIN);
        assertThat(fields.choices("scopes", Scope.class)).containsExactlyInAnyOrder(Scope.READ, Scope.WRITE);
    }

    @Test
    void whatIsNotThereIsWhatItWasBefore() {
        var fields = fields(" {} ");
        assertThat(fields.text("name", "before")).isEqualTo("before");
        assertThat(fields.flag("on", true)).isTrue();
        assertThat(fields.time("at", Instant.MAX)).isEqualTo(Instant.MAX);
        assertThat(fields.choice("role", Role.class, Role.AUDITOR)).isEqualTo(Role.AUDITOR);
        assertThat(refusal("{}", it -> it.text("name"))).contains("'name' is missing");
        assertThat(refusal("{}", it -> it.choices("scopes", Scope.class))).contains("read, write");
    }

    @Test
    void aNameThatMeansNothingIsRefused() {
        assertThat(refusal("{\"pasword\":\"x\"}", it -> it.only("password", "role")))
                .contains("'pasword'", "password, role");
        assertThat(fields("{\"role\":1}").only("password", "role")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "null", "[]", "{}", "[\"x\"]"})
    void whatIsOfAnotherKindIsRefused(String value) {
        var json = "{\"x\":" + value + "}";
        assertThat(refusal(json, it -> it.text("x"))).contains("'x'");
        assertThat(refusal(json, it -> it.choice("x", Role.class, Role.USER))).contains("'x'");
        if (!value.equals("true")) {
            assertThat(refusal(json, it -> it.flag("x", false))).contains("'x'");
        }
        if (!value.equals("null")) {
            assertThat(refusal(json, it -> it.time("x", Instant.EPOCH))).contains("'x'");
        }
        if (!value.equals("[]")) {
            assertThat(refusal(json, it -> it.choices("x", Scope.class))).contains("'x'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "}", "[]", "null", "x", "{}{}", "{} x", "{\"a\":}", "{'a':1}", "{\"a\":1,}"})
    void whatIsNoObjectIsRefused(String json) {
        refusal(json, it -> it);
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        refusal("{\"a\":".repeat(20_000), it -> it);
        refusal("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}", it -> it);
    }
}
