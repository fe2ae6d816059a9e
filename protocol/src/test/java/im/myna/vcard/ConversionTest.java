package im.myna.vcard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XEP-0292, section 7. */
class ConversionTest {
    /** The example of the section, and what else both formats can say. */
    private static final String TEMP = "<vCard xmlns='vcard-temp'><FN>Peter Saint-Andre</FN>"
            + "<N><FAMILY>Saint-Andre</FAMILY><GIVEN>Peter</GIVEN><MIDDLE/><PREFIX>Mr</PREFIX><SUFFIX>J</SUFFIX></N>"
            + "<NICKNAME>stpeter,psa</NICKNAME><URL>https://stpeter.im/</URL><BDAY>1966-08-06</BDAY>"
            + "<ORG><ORGNAME>XMPP Standards Foundation</ORGNAME><ORGUNIT>Board</ORGUNIT></ORG>"
            + "<TITLE>Executive Director</TITLE><ROLE>Patron Saint</ROLE>"
            + "<TEL><WORK/><VOICE/><PREF/><NUMBER>303-308-3282</NUMBER></TEL>"
            + "<TEL><CELL/><MSG/><NUMBER>+1 720 256</NUMBER></TEL><TEL><FAX/><NUMBER/></TEL>"
            + "<ADR><WORK/><PREF/><POBOX>7</POBOX><EXTADD>Suite 600</EXTADD><STREET>1899 Wynkoop Street</STREET>"
            + "<LOCALITY>Denver</LOCALITY><REGION>CO</REGION><PCODE>80202</PCODE><CTRY>USA</CTRY></ADR>"
            + "<EMAIL><WORK/><PREF/><USERID>stpeter@jabber.org</USERID></EMAIL>"
            + "<JABBERID>stpeter@jabber.org</JABBERID><TZ>-07:00</TZ><GEO><LAT>39.59</LAT><LON>-105.01</LON></GEO>"
            + "<CATEGORIES><KEYWORD>a</KEYWORD><KEYWORD>b</KEYWORD></CATEGORIES>"
            + "<PHOTO><TYPE>image/gif</TYPE><BINVAL>YWJj</BINVAL></PHOTO>"
            + "<LOGO><EXTVAL>http://www.jabber.org/logo.png</EXTVAL></LOGO>"
            + "<SOUND><TYPE>audio/basic</TYPE><BINVAL>YWJj</BINVAL></SOUND>"
            + "<KEY><CRED>PGP</CRED></KEY><NOTE>More &lt;about&gt; me\n</NOTE><PRODID>x</PRODID>"
            + "<REV>2026-01-01T00:00:00Z</REV><UID>urn:uuid:1</UID></vCard>";

    private static final String FOUR = "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>"
            + "<fn><text>Peter Saint-Andre</text></fn><n><surname>Saint-Andre</surname><given>Peter</given>"
            + "<additional/><prefix>Mr</prefix><suffix>J</suffix></n>"
            + "<nickname><text>stpeter</text><text>psa</text></nickname><url><uri>https://stpeter.im/</uri></url>"
            + "<bday><date>1966-08-06</date></bday><org><text>XMPP Standards Foundation</text><text>Board</text></org>"
            + "<title><text>Executive Director</text></title><role><text>Patron Saint</text></role>"
            + "<tel><parameters><type><text>work</text><text>voice</text></type><pref><integer>1</integer></pref>"
            + "</parameters><uri>tel:303-308-3282</uri></tel>"
            + "<tel><parameters><type><text>cell</text><text>text</text></type></parameters><text>+1 720 256</text></tel>"
            + "<tel><parameters><type><text>fax</text></type></parameters><text/></tel>"
            + "<adr><parameters><type><text>work</text></type><pref><integer>1</integer></pref></parameters>"
            + "<pobox>7</pobox><ext>Suite 600</ext><street>1899 Wynkoop Street</street><locality>Denver</locality>"
            + "<region>CO</region><code>80202</code><country>USA</country></adr>"
            + "<email><parameters><type><text>work</text></type><pref><integer>1</integer></pref></parameters>"
            + "<text>stpeter@jabber.org</text></email><impp><uri>xmpp:stpeter@jabber.org</uri></impp>"
            + "<tz><utc-offset>-07:00</utc-offset></tz><geo><uri>geo:39.59,-105.01</uri></geo>"
            + "<categories><text>a</text><text>b</text></categories>"
            + "<photo><uri>data:image/gif;base64,YWJj</uri></photo>"
            + "<logo><uri>http://www.jabber.org/logo.png</uri></logo>"
            + "<sound><uri>data:audio/basic;base64,YWJj</uri></sound><key><text>PGP</text></key>"
            + "<note><text>More &lt;about&gt; me\n</text></note><prodid><text>x</text></prodid>"
            + "<rev><timestamp>2026-01-01T00:00:00Z</timestamp></rev><uid><uri>urn:uuid:1</uri></uid></vcard>";

    private static VCard card(String xml) {
        return VCard.parse(xml.getBytes(UTF_8));
    }

    private static Element four(String temp) {
        return card("<vCard xmlns='vcard-temp'>" + temp + "</vCard>").as(Format.FOUR);
    }

    private static Element temp(String four) {
        return card("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>" + four + "</vcard>")
                .as(Format.TEMP);
    }

    @Test
    void theOldFormatBecomesTheNewOne() {
        assertThat(card(TEMP).as(Format.FOUR).xml())
                .isEqualTo(Element.parse(FOUR).xml());
    }

    @Test
    void theNewFormatBecomesTheOldOne() {
        assertThat(card(FOUR).as(Format.TEMP).xml())
                .isEqualTo(Element.parse(TEMP).xml());
    }

    @Test
    void nothingThatBothKnowIsLostOnTheWayThereAndBack() {
        var there = VCard.of(card(TEMP).as(Format.FOUR));
        assertThat(there.as(Format.TEMP)).isEqualTo(Element.parse(TEMP));
        var back = VCard.of(card(FOUR).as(Format.TEMP));
        assertThat(back.as(Format.FOUR)).isEqualTo(Element.parse(FOUR));
        assertThat(there.photo().orElseThrow().hash())
                .isEqualTo(card(TEMP).photo().orElseThrow().hash());
    }

    /** XEP-0292, 7.1.1: DESC is a note. 7.2.2: PHONETIC, 7.5: CLASS, LABEL and MAILER have no place. */
    @Test
    void whatOnlyTheOldFormatKnowsIsLeftOut() {
        var left = four("<DESC>d</DESC><SOUND><PHONETIC>x</PHONETIC></SOUND><CLASS><PUBLIC/></CLASS><MAILER>m</MAILER>"
                + "<LABEL><LINE>l</LINE></LABEL><GEO><LAT>1</LAT></GEO><KEY><TYPE>x</TYPE></KEY><TEL>1</TEL><X/>"
                + "<ADR><INTL/><POSTAL/><PARCEL/></ADR>");
        assertThat(left.xml())
                .isEqualTo(Element.parse("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><note><text>d</text></note>"
                                + "<adr/></vcard>")
                        .xml());
    }

    @Test
    void whatOnlyTheNewFormatKnowsIsLeftOut() {
        var left = temp("<gender><sex><text>M</text></sex></gender><impp><uri>sip:x@y</uri></impp>"
                + "<lang><language-tag>en</language-tag></lang><geo><text>there</text></geo><photo/>"
                + "<tel><parameters><type><text>textphone</text></type></parameters><uri>tel:1</uri></tel>");
        assertThat(left.xml())
                .isEqualTo(Element.parse("<vCard xmlns='vcard-temp'><TEL><NUMBER>1</NUMBER></TEL></vCard>")
                        .xml());
    }

    /** RFC 6351, 4. */
    @Test
    void groupsAreTakenApart() {
        assertThat(temp("<group name='contact'><fn><text>Juliet</text></fn></group>")
                        .child("FN")
                        .orElseThrow()
                        .text())
                .isEqualTo("Juliet");
    }

    @ParameterizedTest
    @CsvSource({
        "BDAY, 1966-08-06, bday, date",
        "BDAY, 19660806, bday, date",
        "BDAY, in August, bday, text",
        "REV, 20260101T000000Z, rev, timestamp",
        "REV, today, rev, text",
        "TZ, -0700, tz, utc-offset",
        "TZ, America/Denver, tz, text",
        "URL, https://stpeter.im/, url, uri",
        "URL, stpeter.im, url, text",
        "UID, 1234, uid, text"
    })
    void aValueSaysOfWhichKindItIs(String property, String value, String name, String kind) {
        var converted = four("<" + property + ">" + value + "</" + property + ">");
        var typed = converted.children().get(0);
        assertThat(typed.name().local()).isEqualTo(name);
        assertThat(typed.children().get(0).name().local()).isEqualTo(kind);
        assertThat(VCard.of(converted)
                        .as(Format.TEMP)
                        .child(property)
                        .orElseThrow()
                        .text())
                .isEqualTo(value);
    }

    @Test
    void aPhotoThatDoesNotSayWhatItIsGetsTheUsualType() {
        assertThat(four("<PHOTO><TYPE>\"nonsense\"</TYPE><BINVAL>YWJj</BINVAL></PHOTO>")
                        .children()
                        .get(0)
                        .children()
                        .get(0)
                        .text())
                .isEqualTo("data:image/png;base64,YWJj");
    }
}
