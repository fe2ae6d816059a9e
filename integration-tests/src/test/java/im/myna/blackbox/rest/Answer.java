package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What came back. */
record Answer(HttpResponse<String> response) {
    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** JSON is YAML, too. */
    Map<String, Object> json() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(response.body());
    }

    Object get(String field) {
        return json().get(field);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String field) {
        return (List<Map<String, Object>>) get(field);
    }

    /** It went well. */
    Answer good() {
        assertThat(status()).as(response.body()).isBetween(200, 299);
        if (status() == 200) {
            assertThat(header("Content-Type")).startsWith("application/json");
        }
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        return this;
    }

    /** It did not, and says why (RFC 9457). */
    String problem(int status) {
        assertThat(status()).as(response.body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(get("status")).isEqualTo(status);
        assertThat(get("type")).isEqualTo("about:blank");
        assertThat(get("title")).asString().isNotEmpty();
        return String.valueOf(get("detail"));
    }
}
