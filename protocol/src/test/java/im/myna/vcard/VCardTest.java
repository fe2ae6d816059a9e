package im.myna.vcard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** XEP-0054, XEP-0153, XEP-0292. */
class VCardTest {
    private static VCard temp(String content) {
        return VCard.parse(("<vCard xmlns='vcard-temp'>" + content + "</vCard>").getBytes(UTF_8));
    }

    private static VCard four(String content) {
        return VCard.parse(("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>" + content + "</vcard>").getBytes(UTF_8));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    @Test
    void aCardComesOutAsItWasWritten() {
        var xml = "<vCard xmlns='vcard-temp' version='3.0'><FN>Ju &amp; liet</FN><X-OWN>y</X-OWN></vCard>";
        var card = VCard.parse(xml.getBytes(UTF_8));
        assertThat(VCard.stored(card.bytes())).isEqualTo(card).hasSameHashCodeAs(card);
        assertThat(card.as(Format.TEMP)).isEqualTo(Element.parse(xml));
        assertThat(card).hasToString("VCard[TEMP]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<vCard xmlns='urn:example'/>",
                "<VCARD xmlns='vcard-temp'/>",
                "<vCard xmlns='vcard-temp'><FN xmlns='jabber:client'>Romeo</FN></vCard>",
                "<vCard xmlns='vcard-temp'><N><GIVEN xmlns=''>Romeo</GIVEN></N></vCard>",
                "<vCard xmlns='vcard-temp'><FN>",
                "nothing",
                "",
                "<!DOCTYPE x [<!ENTITY e 'x'>]><vCard xmlns='vcard-temp'/>",
                "<vCard xmlns='vcard-temp'><a><b><c><d><e><f><g><h><i><j/></i></h></g></f></e></d></c></b></a></vCard>",
                "<vCard xmlns='vcard-temp'><PHOTO><BINVAL>no base64!</BINVAL></PHOTO></vCard>",
                "<vCard xmlns='vcard-temp'><PHOTO><BINVAL>AA\u00ffA</BINVAL></PHOTO></vCard>",
                "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><photo><uri>data:image/png;base64,%%</uri></photo></vcard>"
            })
    void whatIsNoCardIsABadRequest(String xml) {
        assertThatThrownBy(() -> VCard.parse(xml.getBytes(UTF_8))).isInstanceOf(StanzaException.class);
    }

    /** RFC 6351, 5. */
    @Test
    void aCardOfTheNewFormatMayBeExtended() {
        var card = four("<mood xmlns='urn:example'>merry</mood>");
        assertThat(card.as(Format.FOUR).child("urn:example", "mood")).isPresent();
        assertThat(card.as(Format.TEMP).children()).isEmpty();
    }

    /** XEP-0153, 3.1 and 4.6: of the image, not of its encoding; white space is ignored. */
    @Test
    void aPhotoIsKnownByTheHashOfItsBytes() {
        var photo = temp("<PHOTO><TYPE>image/gif</TYPE><BINVAL>\n YW\r\n Jj </BINVAL></PHOTO>")
                .photo()
                .orElseThrow();
        assertThat(photo.hash()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(photo.base64()).isEqualTo("YWJj");
        assertThat(photo.length()).isEqualTo(3);
        var same = four("<group name='x'><photo><uri>data:image/gif;base64,YWJj</uri></photo></group>");
        assertThat(same.photo().orElseThrow().hash()).isEqualTo(photo.hash());
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a00, image/png",
        "ffd8ffe0, image/jpeg",
        "474946383961, image/gif",
        "474946383761, image/gif",
        "524946460000000057454250, image/webp",
        "3c737667, ''",
        "00, ''"
    })
    void aPhotoIsWhatItsBytesSay(String hex, String type) {
        var card = temp("<PHOTO><TYPE>text/html</TYPE><BINVAL>" + base64(hex) + "</BINVAL></PHOTO>");
        assertThat(card.photo().orElseThrow().type()).isEqualTo(type);
    }

    @Test
    void anEmptyPhotoOrOneThatIsElsewhereIsNone() {
        assertThat(temp("<PHOTO><BINVAL/></PHOTO>").photo()).isEmpty();
        assertThat(temp("<PHOTO><EXTVAL>http://im.example.com/a.png</EXTVAL></PHOTO>")
                        .photo())
                .isEmpty();
        assertThat(four("<photo><uri>http://im.example.com/a.png</uri></photo>").photo())
                .isEmpty();
        assertThat(temp("").photo()).isEmpty();
        assertThat(temp("<LOGO><BINVAL>YWJj</BINVAL></LOGO>").photo()).isEmpty();
    }

    @Test
    void aNameIsWhatPeopleCallSomebody() {
        assertThat(temp("<NICKNAME>jule</NICKNAME><FN> Juliet Capulet\n</FN>").name())
                .isEqualTo("Juliet Capulet");
        assertThat(temp("<FN/><NICKNAME>jule</NICKNAME>").name()).isEqualTo("jule");
        assertThat(temp("").name()).isEmpty();
        assertThat(four("<group name='a'><fn><text>Juliet</text></fn></group>").name())
                .isEqualTo("Juliet");
        assertThat(four("<nickname><text>jule</text></nickname>").name()).isEqualTo("jule");
    }
}
