package im.myna.docker;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** compose.yaml says only what the Compose specification knows, and its parts fit to each other and to the images. */
class ComposeTest {
    private static final Path FOLDER = Path.of("../docker");
    private static final Set<String> OF_A_FILE =
            Set.of("name", "services", "volumes", "secrets", "networks", "configs");
    private static final Set<String> OF_A_SERVICE = Set.of(
            "build",
            "cap_drop",
            "command",
            "depends_on",
            "entrypoint",
            "environment",
            "healthcheck",
            "image",
            "networks",
            "ports",
            "profiles",
            "read_only",
            "restart",
            "secrets",
            "security_opt",
            "stop_grace_period",
            "tmpfs",
            "user",
            "volumes");
    private static final Set<String> OF_A_HEALTH_CHECK =
            Set.of("test", "interval", "timeout", "retries", "start_period", "disable");
    private static final String DURATION = "([0-9]+(h|m|s|ms|us))+";
    private static final String PORT = "(([0-9.]+|\\[[0-9a-f:]+]):)?[0-9]{1,5}:[0-9]{1,5}(/(tcp|udp))?";

    private final Map<String, Object> compose = load("compose.yaml");
    private final Map<String, Map<String, Object>> services = children(compose, "services");

    @Test
    void itSaysOnlyWhatTheSpecificationKnows() {
        assertThat(OF_A_FILE).containsAll(compose.keySet());
        assertThat(services.values())
                .allSatisfy(service -> assertThat(OF_A_SERVICE).containsAll(service.keySet()));
        assertThat(services.values()).allSatisfy(service -> assertThat(service)
                .containsAnyOf(
                        Map.entry("image", service.getOrDefault("image", "")),
                        Map.entry("build", service.getOrDefault("build", ""))));
    }

    @Test
    void itRunsMynaPostgresADirectoryAndOnRequestWhatWatchesThem() {
        assertThat(services).containsOnlyKeys("myna", "database", "directory", "prometheus", "grafana");
        assertThat(services).allSatisfy((name, service) -> assertThat(
                        texts(service, "profiles").equals(List.of("monitoring")))
                .isEqualTo(name.equals("prometheus") || name.equals("grafana")));
        assertThat(services.get("database").get("image")).asString().startsWith("postgres:");
        assertThat(services.get("directory").get("build")).isNotNull();
    }

    @Test
    void whatIsReferredToIsThere() {
        assertThat(services.values()).allSatisfy(service -> {
            assertThat(children(compose, "secrets").keySet()).containsAll(texts(service, "secrets"));
            assertThat(texts(service, "volumes")).allMatch(this::isThere);
            var networks = service.containsKey("networks") ? child(service, "networks") : Map.<String, Object>of();
            assertThat(networks.keySet()).isSubsetOf("default", "monitoring");
        });
        children(services.get("myna"), "depends_on").forEach((name, condition) -> {
            assertThat(services).containsKey(name);
            assertThat(condition).containsEntry("condition", "service_healthy");
            assertThat(services.get(name)).containsKey("healthcheck");
        });
    }

    private boolean isThere(String mount) {
        var source = mount.split(":", 2)[0];
        return source.startsWith("./")
                ? Files.exists(FOLDER.resolve(source))
                : children(compose, "volumes").containsKey(source);
    }

    @Test
    void mynaTellsItsFiguresToPrometheusAndGrafanaShowsThem() throws IOException {
        var address = children(services.get("prometheus"), "networks")
                .get("monitoring")
                .get("ipv4_address");
        assertThat(child(services.get("myna"), "environment").get("MYNA_WEB_MONITORS"))
                .asString()
                .endsWith(" " + address);
        assertThat(children(services.get("myna"), "networks")).containsKey("monitoring");
        assertThat(children(compose, "networks").get("monitoring")).containsEntry("internal", true);
        assertThat(load("prometheus/prometheus.yml").toString()).contains("[myna:8080]");
        assertThat(load("grafana/provisioning/datasources/prometheus.yaml").toString())
                .contains("type=prometheus", "url=http://prometheus:9090");
        assertThat(load("grafana/provisioning/dashboards/myna.yaml").toString()).contains("path=/dashboards");
        assertThat(texts(services.get("grafana"), "volumes")).contains("./grafana/myna.json:/dashboards/myna.json:ro");
    }

    @Test
    void portsAndTimesAreWrittenAsTheyMustBe() {
        assertThat(services.values()).allSatisfy(service -> {
            assertThat(texts(service, "ports")).allMatch(port -> port.matches(PORT));
            assertThat(service.getOrDefault("stop_grace_period", "1s"))
                    .asString()
                    .matches(DURATION);
        });
        Stream.of("database", "directory").map(services::get).forEach(service -> {
            var check = child(service, "healthcheck");
            assertThat(OF_A_HEALTH_CHECK).containsAll(check.keySet());
            assertThat(texts(check, "test").get(0)).isIn("CMD", "CMD-SHELL", "NONE");
            assertThat(List.of(check.get("interval"), check.get("timeout")))
                    .allSatisfy(time -> assertThat(time).asString().matches(DURATION));
            assertThat(check.get("retries")).isInstanceOf(Integer.class);
        });
    }

    @Test
    void mynaIsToldOnlyWhatItKnows() {
        var known = Settings.names().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                .collect(Collectors.toSet());
        assertThat(child(services.get("myna"), "environment").keySet())
                .allSatisfy(name -> assertThat(known).contains(name.replaceFirst("_FILE$", "")));
    }

    @Test
    void theImageRunsAsNobodySpecialListensWhereComposeSaysAndChecksItsHealth() throws IOException {
        var image = Files.readAllLines(FOLDER.resolve("Dockerfile"));
        assertThat(image).anyMatch(line -> line.matches("USER [1-9][0-9]*:[1-9][0-9]*"));
        assertThat(image)
                .anyMatch(line -> line.startsWith("HEALTHCHECK ") && line.endsWith("CMD [\"/opt/myna/health\"]"));
        assertThat(image).filteredOn(line -> line.startsWith("FROM ")).hasSize(2);
        var exposed = image.stream()
                .filter(line -> line.startsWith("EXPOSE "))
                .findFirst()
                .orElseThrow();
        assertThat(texts(services.get("myna"), "ports"))
                .allSatisfy(port -> assertThat(exposed).contains(" " + port.split(":", 2)[1]));
    }

    @Test
    void whatTheImageCopiesFromTheSourcesIsThere() throws IOException {
        var copied = Files.readAllLines(FOLDER.resolve("Dockerfile")).stream()
                .filter(line -> line.matches("COPY --chmod.*docker/.*"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(word -> word.startsWith("docker/"))
                .toList();
        assertThat(copied)
                .containsExactlyInAnyOrder("docker/entry", "docker/health")
                .allSatisfy(file -> assertThat(Path.of("..").resolve(file)).isExecutable());
    }

    private static Map<String, Object> load(String file) {
        try (var text = Files.newBufferedReader(FOLDER.resolve(file))) {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML has no other maps than those by text here; another fails in the test.
    private static Map<String, Object> child(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.get(name);
    }

    /** What stands there by name; one that says nothing about itself is empty. */
    private static Map<String, Map<String, Object>> children(Map<String, Object> of, String name) {
        var all = child(of, name);
        return all.keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> all.get(key) == null ? Map.of() : child(all, key)));
    }

    private static List<String> texts(Map<String, Object> of, String name) {
        return ((List<?>) of.getOrDefault(name, List.of()))
                .stream().map(String::valueOf).toList();
    }
}
