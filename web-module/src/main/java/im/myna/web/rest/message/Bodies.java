package im.myna.web.rest.message;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the bodies of requests look like. For the description only: they are read as {@link Fields}, each of which is looked at. */
public final class Bodies {
    private Bodies() {}

    @Schema(requiredProperties = {"jid", "password"})
    public record NewUser(
            @Schema(example = "juliet@example.com") String jid,
            String password,
            @Schema(ref = "Role") String role) {}

    public record UserChange(@Schema(ref = "Role") String role, boolean disabled, Instant lockedUntil) {}

    @Schema(requiredProperties = "password")
    public record NewPassword(String password) {}

    @Schema(requiredProperties = {"name", "scopes"})
    public record NewToken(String name, List<String> scopes, Instant expires) {}

    @Schema(requiredProperties = "body")
    public record NewMessage(String subject, String body) {}

    @Schema(requiredProperties = "body")
    public record Broadcast(
            @Schema(enumeration = {"online", "all"}) String to, String domain, String subject, String body) {}

    @Schema(requiredProperties = {"chain", "key"})
    public record NewCertificate(String chain, String key) {}

    @Schema(requiredProperties = "level")
    public record NewLevel(String level) {}

    @Schema(requiredProperties = "value")
    public record NewValue(String value) {}

    @Schema(description = "Values by the keys of settings.", additionalProperties = String.class)
    public record NewValues() {}

    @Schema(requiredProperties = "id")
    public record NewGroup(
            @Schema(example = "friends@example.com") String id,
            String displayName,
            String description,
            @Schema(ref = "Sharing") String sharing,
            List<String> audience,
            List<String> members) {}

    public record GroupChange(
            String displayName,
            String description,
            @Schema(ref = "Sharing") String sharing,
            List<String> audience) {}

    public record Contact(String name, List<String> groups) {}

    public record MemberChange(List<String> add, List<String> remove) {}

    @Schema(requiredProperties = "members")
    public record Members(List<String> members) {}

    public record TracingPeriod(Instant until) {}
}
