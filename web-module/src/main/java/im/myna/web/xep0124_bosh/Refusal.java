package im.myna.web.xep0124_bosh;

import im.myna.web.door.Problem;
import im.myna.web.xep0124_bosh.correspondence.Answer;

/** Says by JSON what is wrong. */
final class Refusal {
    private Refusal() {}

    static Answer answer(int status, String detail) {
        return new Answer(status, Problem.TYPE, Problem.of(status, detail).body());
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
