package im.myna.sasl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts within SASL messages. */
final class Utf8 {
    private Utf8() {}

    /** @throws SaslException malformed-request when the bytes are no UTF-8 */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SaslException(SaslCondition.MALFORMED_REQUEST, "that is no UTF-8");
        }
    }
}
