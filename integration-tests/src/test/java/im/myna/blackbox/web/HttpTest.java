package im.myna.blackbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.client.Trust;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes for every request, and how the doors are found. */
@Shows("XEP-0156")
@ExtendWith(Served.class)
class HttpTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().sslContext(Trust.context()).build();

    private static HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** XEP-0156, 3.1; what web clients look at. */
    @Test
    void theDoorsAreFoundAsXml(Target server) throws Exception {
        var answer = get(server.http("/.well-known/host-meta"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/xrd+xml");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var base = "im.example.com:" + server.httpsPort();
        assertThat(answer.body())
                .contains(
                        "<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>",
                        "<Link rel='urn:xmpp:alt-connections:websocket' href='wss://" + base + "/xmpp-websocket'/>",
                        "<Link rel='urn:xmpp:alt-connections:xbosh' href='https://" + base + "/http-bind'/>");
    }

    /** XEP-0156, 3.1: the same as JSON. */
    @Test
    void theDoorsAreFoundAsJson(Target server) throws Exception {
        var answer = get(server.http("/.well-known/host-meta.json"));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var base = "im.example.com:" + server.httpsPort();
        assertThat(answer.body().strip())
                .isEqualTo("{\"links\":[{\"rel\":\"urn:xmpp:alt-connections:websocket\",\"href\":\"wss://" + base
                        + "/xmpp-websocket\"},{\"rel\":\"urn:xmpp:alt-connections:xbosh\",\"href\":\"https://" + base
                        + "/http-bind\"}]}");
    }

    @Test
    void everyAnswerTellsBrowsersWhatNotToDo(Target server) throws Exception {
        for (var path : new String[] {"/.well-known/host-meta", "/nothing-there", "/ws"}) {
            var headers = get(server.http(path)).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors");
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    /** RFC 6797, 7.1. */
    @Test
    void httpsIsToBeUsedForEver(Target server) throws Exception {
        var answer = get("https://" + server.address() + ":" + server.httpsPort() + "/.well-known/host-meta");
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .startsWith("max-age=");
    }

    /** RFC 6455, 4.4, and RFC 9110, 15.5.22. */
    @Test
    void whoWantsNoWebSocketIsToldToWantOne(Target server) throws Exception {
        var answer = get(server.http("/xmpp-websocket"));
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Sec-WebSocket-Version")).contains("13");
    }
}
