package im.myna.sasl;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The addresses that a certificate was made out to (RFC 6120, 13.7.1.4: id-on-xmppAddr). */
public final class XmppAddresses {
    private static final int OTHER_NAME = 0;
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTF8_STRING = 0x0C;
    private static final int EXPLICIT = 0xA0;
    /** 1.3.6.1.5.5.7.8.5 */
    private static final byte[] XMPP_ADDR = {0x2B, 6, 1, 5, 5, 7, 8, 5};

    private XmppAddresses() {}

    /** None when the certificate names none; what is no address is left out. */
    public static List<Jid> of(X509Certificate certificate) {
        var addresses = new ArrayList<Jid>();
        for (var name : names(certificate)) {
            if (name.get(0).equals(OTHER_NAME) && name.get(1) instanceof byte[] encoded) {
                address(encoded).filter(address -> !addresses.contains(address)).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static Optional<Jid> address(byte[] otherName) {
        try {
            var content = value(ByteBuffer.wrap(otherName), SEQUENCE);
            if (!Arrays.equals(bytes(value(content, OBJECT_IDENTIFIER)), XMPP_ADDR)) {
                return Optional.empty();
            }
            // The class library hands this tag over twice.
            while (content.get(content.position()) == (byte) EXPLICIT) {
                content = value(content, EXPLICIT);
            }
            return Optional.of(Jid.of(new String(bytes(value(content, UTF8_STRING)), StandardCharsets.UTF_8)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | MalformedJidException e) {
            // Whoever signed it meant something else.
            return Optional.empty();
        }
    }

    /** The value behind that tag; what follows it stays in the input. */
    private static ByteBuffer value(ByteBuffer input, int tag) {
        if (Byte.toUnsignedInt(input.get()) != tag) {
            throw new BufferUnderflowException();
        }
        int length = Byte.toUnsignedInt(input.get());
        if (length > 0x80) {
            int digits = length - 0x80;
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8 | Byte.toUnsignedInt(input.get());
            }
        }
        var value = input.slice(input.position(), length);
        input.position(input.position() + length);
        return value;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
