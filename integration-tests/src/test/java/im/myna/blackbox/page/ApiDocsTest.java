package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Served;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of REST, as programs and people get it. */
@ExtendWith(Served.class)
class ApiDocsTest {
    private final Target server;

    ApiDocsTest(Target server) {
        this.server = server;
    }

    @Test
    void itIsReadAndTriedOutInABrowser() {
        Scripts.chromiumIsThere();
        var seen = Scripts.browse("api-docs.mjs", server, new Account("admin", Served.ADMIN_PASSWORD));
        assertThat(seen).hasSize(3);
    }

    @Test
    void programsGetItWithoutAPassword() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.http("/openapi"))).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).contains("\"/api/v1/users/{jid}\"").doesNotContain(server.domain());
    }
}
