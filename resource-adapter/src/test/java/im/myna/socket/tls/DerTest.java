package im.myna.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65535, 65536})
    void contentOfAnyLengthIsWrapped(int length) throws Exception {
        var content = new byte[length];
        assertThat(Der.wrap(Der.OCTET_STRING, content)).isEqualTo(new DEROctetString(content).getEncoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.113549.1.1.1", "1.2.840.10045.2.1", "2.5.29.17", "1.3.6.1.4.1.2147483647"})
    void objectIdentifiersAreWritten(String dotted) throws Exception {
        assertThat(Der.oid(dotted)).isEqualTo(new ASN1ObjectIdentifier(dotted).getEncoded());
    }

    @Test
    void theValuesInsideAreFound() throws Exception {
        var sequence = new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
            new ASN1Integer(7), new DEROctetString(new byte[300]), new ASN1Integer(-1)
        });
        assertThat(Der.inside(Der.SEQUENCE, sequence.getEncoded()))
                .containsExactly(
                        new ASN1Integer(7).getEncoded(),
                        new DEROctetString(new byte[300]).getEncoded(),
                        new ASN1Integer(-1).getEncoded());
    }

    @Test
    void whatIsCutOffOrOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> Der.inside(Der.SEQUENCE, new byte[] {0x30}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Der.inside(Der.SEQUENCE, new byte[] {0x30, 5, 2, 1, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Der.inside(Der.SEQUENCE, Der.integer(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Der.inside(Der.SEQUENCE, new byte[] {0x30, (byte) 0x84, -1, -1, -1, -1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
