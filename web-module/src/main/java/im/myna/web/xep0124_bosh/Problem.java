package im.myna.web.xep0124_bosh;

import im.myna.web.xep0124_bosh.correspondence.Answer;
import java.nio.charset.StandardCharsets;

/** Says what is wrong (RFC 9457). */
final class Problem {
    private static final String TYPE = "application/problem+json";

    private Problem() {}

    /** @param title in words, without quotation marks */
    static Answer answer(int status, String title) {
        var json = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}".formatted(title, status);
        return new Answer(status, TYPE, json.getBytes(StandardCharsets.UTF_8));
    }

    /** @param condition by which XMPP refused a log-in or a resource */
    static Answer answer(String condition) {
        return switch (condition) {
            case "not-authorized", "invalid-authzid", "malformed-request" -> answer(401, "wrong user or password");
            case "account-disabled" -> answer(403, "this account is locked");
            case "encryption-required", "invalid-mechanism" -> answer(403, "passwords may come by https only");
            case "bad-request", "jid-malformed" -> answer(400, "no resource can have that name");
            case "conflict" -> answer(409, "that resource is taken");
            case "resource-constraint", "policy-violation" -> answer(429, "too many sessions");
            default -> answer(503, "not now");
        };
    }
}
