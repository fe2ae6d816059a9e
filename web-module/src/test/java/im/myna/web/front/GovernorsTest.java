package im.myna.web.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GovernorsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/",
                "/admin/users.xhtml",
                "//admin/users.xhtml",
                "/./admin/users.xhtml",
                "/chat/../admin/users.xhtml",
                "/Admin/users.xhtml",
                "/admin;x=y/users.xhtml",
                "\\admin\\users.xhtml",
                "/ admin/users.xhtml",
                "/jakarta.faces.resource/../admin/users.xhtml",
                "/api/v1",
                "/api/v1/users",
                "/api//v1/users",
                "/api/docs"
            })
    void whatLeadsToThePagesAndToRestIsGoverned(String path) {
        assertThat(Governors.concerns(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/chat", "/http-bind", "/xmpp-websocket", "/metrics", "/web/myna/administer.css"})
    void whatEverybodyUsesIsNot(String path) {
        assertThat(Governors.concerns(path)).isFalse();
    }
}
