package im.myna.blackbox.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser that follows nothing and keeps nothing by itself.
 *
 * @param headers of each request
 */
record Visitor(Site site, Map<String, String> headers) {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The cookie of a session, as it is sent back; empty when there is none. */
        String cookie() {
            return header("Set-Cookie").replaceFirst(";.*", "");
        }

        /** What Jakarta Faces wants to be sent back with a form of this page. */
        String state() {
            return first(STATE, body());
        }

        /** The number by which scripts of this page are known. */
        String nonce() {
            return first(NONCE, String.join(" ", response.headers().allValues("Content-Security-Policy")));
        }

        private static String first(Pattern pattern, String text) {
            var found = pattern.matcher(text);
            return found.find() ? found.group(1) : "";
        }
    }

    Visitor with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Visitor(site, more);
    }

    Visitor without(String header) {
        var fewer = new HashMap<>(headers);
        fewer.remove(header);
        return new Visitor(site, fewer);
    }

    /** From elsewhere, through a proxy that is believed; the page comes from there, too. */
    Visitor from(String address, String scheme) {
        return with("X-Forwarded-For", address)
                .with("X-Forwarded-Proto", scheme)
                .with("Origin", scheme + site.origin().substring("http".length()));
    }

    Answer get(String path) {
        return send("GET", path, Map.of());
    }

    Answer post(String path, Map<String, String> form) {
        return send("POST", path, form);
    }

    Answer login(String user, String password, String to) {
        return post("/login", Map.of("user", user, "password", password, "to", to));
    }

    /** Presses a button of a page, as its script does. */
    Answer press(String path, Answer page, String button, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("primefaces.nonce", page.nonce());
        form.put("jakarta.faces.ViewState", page.state());
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.partial.execute", "form");
        form.put("jakarta.faces.partial.render", "form messages");
        form.put("jakarta.faces.source", button);
        form.put(button, button);
        form.put("form", "form");
        return with("Faces-Request", "partial/ajax").post(path, form);
    }

    private Answer send(String method, String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(site.origin() + "/admin" + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
