package im.myna.web.rfc7395_websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;

/** What a client asks for when it wants a WebSocket (RFC 6455, 4). */
record OpeningHandshake(HttpServletRequest request) {
    static final String SUBPROTOCOL = "xmpp";

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;
    private static final int UPGRADE_REQUIRED = 426;

    /** What is wrong with it, as an HTTP status; 0 when nothing is. */
    int fault() {
        if (!request.getMethod().equals("GET")) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        if (!has("Upgrade", "websocket") || !has("Connection", "upgrade") || !has("Sec-WebSocket-Version", VERSION)) {
            return UPGRADE_REQUIRED;
        }
        // RFC 7395, 3.1: without the subprotocol both sides must not go on.
        return isKey(key()) && has("Sec-WebSocket-Protocol", SUBPROTOCOL) ? 0 : HttpServletResponse.SC_BAD_REQUEST;
    }

    /** Tells what would have been right. */
    static void refuse(int status, HttpServletResponse response) {
        response.setStatus(status);
        if (status == UPGRADE_REQUIRED) {
            response.setHeader("Upgrade", "websocket");
            response.setHeader("Connection", "Upgrade");
            response.setHeader("Sec-WebSocket-Version", VERSION);
        } else if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET");
        }
    }

    void accept(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Connection", "Upgrade");
        response.setHeader("Sec-WebSocket-Protocol", SUBPROTOCOL);
        response.setHeader("Sec-WebSocket-Accept", answer(key()));
    }

    private String key() {
        return Optional.ofNullable(request.getHeader("Sec-WebSocket-Key"))
                .orElse("")
                .strip();
    }

    private boolean has(String header, String token) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(one -> one.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == KEY_BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** RFC 6455, 4.2.2: proves that the handshake was understood; nothing else depends on that hash. */
    static String answer(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
