package im.myna.web.admin.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayTest {
    @ParameterizedTest
    @ValueSource(strings = {"/users", "/users?search=juliet&role=ADMIN", "/session?jid=a%40im.example.com%2Fb%20c"})
    void aPageAndWhatItWasAskedIsFoundAgain(String page) {
        assertThat(Way.page(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "users",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "/users/../login",
                "/users?x=<script>",
                "/users?x=\r\nSet-Cookie:y",
                "/users\n"
            })
    void whatIsNoPageIsTheFirstOne(String other) {
        assertThat(Way.page(other)).isEqualTo("/dashboard");
    }

    @Test
    void whyAndWhereToStandBehindTheLogIn() {
        assertThat(Way.login("/dashboard")).isEqualTo("/admin/login");
        assertThat(Way.login("/users?a=b")).isEqualTo("/admin/login?to=%2Fusers%3Fa%3Db");
        assertThat(Way.login("/users", Refusal.SOON)).isEqualTo("/admin/login?why=soon&to=%2Fusers");
    }
}
