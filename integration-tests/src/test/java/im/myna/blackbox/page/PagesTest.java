package im.myna.blackbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Served;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages are made of, as browsers get it. */
@ExtendWith(Served.class)
class PagesTest {
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"(/web/[^\"]+)\"");

    // By plain HTTP no browser speaks another version.
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Target server;

    PagesTest(Target server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "/, Open the chat",
        "/chat, Keep me signed in",
        "/chat/, Keep me signed in",
        "/chat?transport=bosh, Keep me signed in",
        "/strophe-demo, BOSH (XEP-0124",
        "/strophe-demo/, BOSH (XEP-0124",
        "/api/docs, Administration by REST"
    })
    void aPageIsShownAndLoadsNothingFromElsewhere(String path, String text) throws Exception {
        var page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(page.body()).contains(text);
        assertThat(page.body()).doesNotContain("http://", "https://", "<style", " style=", " onclick=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat", "/strophe-demo", "/api/docs"})
    void onlyScriptsOfThisServerRun(String path) throws Exception {
        var policies = get(path).headers().allValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        assertThat(policies.get(0))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*")
                .doesNotContainPattern("script-src[^;]*unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat", "/strophe-demo", "/api/docs"})
    void whatAPageNamesMayBeKeptForEver(String path) throws Exception {
        var files = NAMED.matcher(get(path).body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(files).isNotEmpty();
        for (var file : files) {
            var answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).as(file).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(answer, "Content-Type")).as(file).contains(type(file));
        }
    }

    @Test
    void whatIsLargeTravelsCompressed() throws Exception {
        var files = NAMED.matcher(get("/chat").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        var script = files.stream()
                .filter(file -> file.endsWith("converse.min.js"))
                .findFirst()
                .orElseThrow();
        var answer = BROWSER.send(
                HttpRequest.newBuilder(address(script))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.body().length).isLessThan(get(script).body().length() / 3);
    }

    @Test
    void whatIsNotThereIsNotKept() throws Exception {
        var answer = get("/web/myna-0/nothing.js");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
    }

    @Test
    void thePagesAreToldWhereTheDoorsAre() throws Exception {
        var answer = get("/web/settings.json");
        assertThat(header(answer, "Content-Type")).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"domains\":[\"" + server.domain()
                        + "\"],\"websocket\":\"/xmpp-websocket\",\"bosh\":\"/http-bind\"}");
    }

    @Test
    void theChatSpeaksTheLanguagesThatItOffersAndHasWhatItLoadsLater() throws Exception {
        var script = Stream.of(get("/chat").body())
                .flatMap(text ->
                        Pattern.compile("/web/converse-[^/]+/").matcher(text).results())
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        for (var file : new String[] {
            "emoji.json",
            "chunkjs/locales/zh_CN-LC_MESSAGES-converse-po.js",
            "chunkjs/locales/dayjs/zh-cn-js.js",
            "sounds/msg_received.mp3",
            "sounds/msg_received.ogg",
            "LICENSE"
        }) {
            assertThat(get(script + file).statusCode()).as(file).isEqualTo(200);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return BROWSER.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString(UTF_8));
    }

    private URI address(String path) {
        return URI.create(server.http(path));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "js" -> "/javascript";
            case "css" -> "text/css";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(file);
        };
    }
}
