package im.myna.micro.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent, and what is made of the answer (docs/rest.md). */
class ApiTest {
    private HttpServer server;
    private String heard;
    private int status = 200;
    private String type = "application/json";
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Api api() throws IOException {
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Api(uri, "Bearer secret", Authority.of(Path.of("")));
    }

    @Test
    void whatIsAskedForIsWrittenAsAnAddressWants() throws IOException {
        var query = new LinkedHashMap<String, String>();
        query.put("search", "a&b ü");
        query.put("role", "");
        query.put("max", "5");
        api().get("/users", query);
        assertThat(heard).isEqualTo("GET /api/v1/users?search=a%26b%20%C3%BC&max=5 Bearer secret ");
        assertThat(Api.path("juliet@example.com/bal cony;1+%?#/x"))
                .isEqualTo("juliet@example.com/bal%20cony%3B1%2B%25%3F%23/x");
    }

    @Test
    void whatIsToBeDoneGoesAsJson() throws IOException {
        answer = "{\"id\":\"x\"}";
        var body = Json.createObjectBuilder().add("name", "n").build();
        assertThat(api().send("POST", "/tokens", body).getString("id")).isEqualTo("x");
        assertThat(heard).isEqualTo("POST /api/v1/tokens Bearer secret {\"name\":\"n\"}");
    }

    @Test
    void anAnswerMayHaveNoWords() throws IOException {
        status = 204;
        answer = "";
        assertThat(api().get("/users/x")).isEmpty();
    }

    @Test
    void whatTheServerRefusesIsSaidInItsWords() {
        status = 403;
        type = "application/problem+json";
        answer = "{\"status\":403,\"detail\":\"this token only reads\"}";
        assertThatThrownBy(() -> api().get("/status"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this token only reads");
        answer = "{}";
        assertThatThrownBy(() -> api().get("/status")).hasMessage("the server answers 403");
    }

    @Test
    void whatIsNoMynaIsNotBelieved() {
        type = "text/html";
        answer = "<html/>";
        assertThatThrownBy(() -> api().get("/status"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answers 200, but not as Myna does");
        type = "application/json";
        assertThatThrownBy(() -> api().get("/status")).hasMessageContaining("does not answer as Myna does");
    }
}
