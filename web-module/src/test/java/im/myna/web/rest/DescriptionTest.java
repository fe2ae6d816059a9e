package im.myna.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What OpenAPI says is what there is. */
class DescriptionTest {
    private static JsonObject document() throws IOException {
        var file = java.nio.file.Path.of("target/pages/WEB-INF/openapi/openapi.json");
        try (var json = Json.createReader(Files.newInputStream(file))) {
            return json.readObject();
        }
    }

    /** "GET /api/v1/users/{jid}" for each method of a resource. */
    private static Stream<String> served(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verb(method).map(verb -> verb + " " + path(resource, method)).stream());
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Optional.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        return Stream.of(
                        "/" + Gate.PATH,
                        path(resource.getAnnotation(Path.class)),
                        path(method.getAnnotation(Path.class)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"))
                // A pattern behind a name is no part of it.
                .replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private static String path(Path path) {
        return path == null ? "" : path.value();
    }

    @Test
    void everyMethodOfEveryResourceIsDescribedAndNothingElse() throws Exception {
        var described = new TreeSet<String>();
        document().getJsonObject("paths").forEach((path, methods) -> methods.asJsonObject()
                .keySet()
                .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        var served = new RestApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(DescriptionTest::served)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served).hasSizeGreaterThan(15);
        assertThat(described).isEqualTo(served);
    }

    @Test
    void eachSaysInALineWhatItDoes() throws Exception {
        document().getJsonObject("paths").forEach((path, methods) -> methods.asJsonObject()
                .forEach(
                        (verb, operation) -> assertThat(operation.asJsonObject().getString("summary", ""))
                                .as(verb + " " + path)
                                .isNotBlank()));
    }

    @Test
    void itSaysHowToProveWhoOneIs() throws Exception {
        var document = document();
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .keySet())
                .containsExactlyInAnyOrder("password", "token");
        assertThat(document.getJsonArray("security")).hasSize(2);
    }

    @Test
    void whatIsAskedForInABodyIsDescribed() throws Exception {
        var document = document();
        var reference = document.getJsonObject("paths")
                .getJsonObject("/api/v1/users")
                .getJsonObject("post")
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema")
                .getString("$ref");
        var schema =
                document.getJsonObject("components").getJsonObject("schemas").getJsonObject("NewUser");
        assertThat(reference).isEqualTo("#/components/schemas/NewUser");
        assertThat(schema.getJsonObject("properties").keySet()).containsExactlyInAnyOrder("jid", "password", "role");
    }
}
