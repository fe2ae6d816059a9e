package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 4 and 11: opening, closing and breaking streams. */
@Play
@Shows({"RFC 6120", "XEP-0478"})
class StreamTest {
    private static final String HEADER =
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='im.example.com' version='1.0'>";
    private static final String ANSWER =
            "<stream:stream from='im.example.com' id='{any}' version='1.0' xml:lang='{any}'/>";

    @Test
    void theFeaturesAreAnnounced(Cast cast) {
        var features = cast.connects("romeo").opens();
        assertThat(features.child("urn:ietf:params:xml:ns:xmpp-sasl", "mechanisms"))
                .isPresent();
        assertThat(features.child("urn:xmpp:stream-limits:0", "limits")).isPresent();
    }

    /** 4.7.1, 4.7.3: every stream has another id. */
    @Test
    void idsAreUnique(Cast cast) {
        var one = cast.connects("romeo");
        one.sends(HEADER);
        var first = one.receives(ANSWER.replace("id='{any}'", "id='{=id}'")).get("id");
        var other = cast.connects("juliet");
        other.sends(HEADER);
        assertThat(other.receives(ANSWER.replace("id='{any}'", "id='{=id}'")).get("id"))
                .isNotEqualTo(first)
                .hasSizeGreaterThanOrEqualTo(16);
    }

    /** 4.9.1.2, 4.9.3.6: the header is answered before the error. */
    @Test
    void anUnknownHostIsTold(Cast cast) {
        var romeo = cast.connects("romeo");
        romeo.sends(HEADER.replace("to='im.example.com'", "to='elsewhere.example'"));
        romeo.receives(ANSWER);
        romeo.isCutOff("host-unknown");
    }

    @Test
    void severalDomainsAreServed(Cast cast) {
        var romeo = cast.connects("romeo");
        romeo.sends(HEADER.replace("to='im.example.com'", "to='OTHER.example.com'"));
        romeo.receives("<stream:stream from='other.example.com' id='{any}' version='1.0' xml:lang='{any}'/>");
    }

    /** 4.9.3.10, 4.9.3.25. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<stream:stream xmlns='jabber:client' xmlns:stream='urn:example:other' to='im.example.com' version='1.0'>|invalid-namespace",
                "<stream:stream xmlns='jabber:other' xmlns:stream='http://etherx.jabber.org/streams' to='im.example.com' version='1.0'>|invalid-namespace",
                "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='im.example.com'>|unsupported-version",
                "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='im.example.com' version='0.9'>|unsupported-version",
                "<flow:stream xmlns='jabber:client' xmlns:flow='http://etherx.jabber.org/streams' to='im.example.com' version='1.0'>|bad-namespace-prefix",
                "<?xml version='1.0' encoding='ISO-8859-1'?><stream:stream>|unsupported-encoding",
                "<!DOCTYPE x><stream:stream>|restricted-xml",
                "GET / HTTP/1.1|not-well-formed",
                "<a><b></a></b>|invalid-namespace",
                "<stream:stream to='a' to='b'>|not-well-formed"
            })
    void aHeaderThatIsNoneIsRefused(String header, String condition, Cast cast) {
        var romeo = cast.connects("romeo");
        romeo.sends(header);
        romeo.receives("<stream:stream from='im.example.com' id='{any}' version='1.0' xml:lang='{any}'/>");
        var error = romeo.next();
        assertThat(error.children().get(0).name().local()).isEqualTo(condition);
        romeo.seesTheEnd();
    }

    /** 11. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<!-- hush -->|restricted-xml",
                "<?php echo?>|restricted-xml",
                "<![CDATA[x]]>|bad-format",
                "text|bad-format",
                "<message>&nbsp;</message>|restricted-xml",
                "<message><!-- hush --></message>|restricted-xml",
                "<message><x:y/></message>|not-well-formed",
                "<message><a></message>|not-well-formed",
                "<message a='1' a='2'/>|not-well-formed",
                "<message>&#1;</message>|not-well-formed",
                "<message xmlns='jabber:server'/>|invalid-namespace"
            })
    void xmlThatIsNotAllowedEndsTheStream(String xml, String condition, Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends(xml);
        var error = romeo.next();
        assertThat(error.children().get(0).name().local()).isEqualTo(condition);
        romeo.seesTheEnd();
    }

    /** 4.6.1: white space between stanzas keeps the connection alive. */
    @Test
    void whiteSpaceIsNothing(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends(" \n ");
        romeo.receivesNothing();
    }

    /** 4.9.3.12: nothing but negotiation before a session is bound. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<message to='juliet@im.example.com'/>",
                "<presence/>",
                "<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>"
            })
    void whoIsNotLoggedInSendsNothing(String stanza, Cast cast) {
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.sends(stanza);
        romeo.isCutOff("not-authorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<message to='juliet@im.example.com'/>", "<presence/>"})
    void whoHasNoResourceSendsNothing(String stanza, Cast cast) {
        cast.account("romeo");
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.authenticates(Cast.PASSWORD);
        romeo.sends(stanza);
        romeo.isCutOff("not-authorized");
    }

    /** XEP-0478, 13.12 of the RFC: the limits are those that were announced. */
    @Test
    void aStanzaThatIsTooLargeEndsTheStream(Cast cast) {
        var stranger = cast.connects("stranger");
        stranger.opens();
        stranger.sends("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + "A".repeat(20_000));
        stranger.isCutOffWithText("policy-violation");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message><body>" + "A".repeat(20_000) + "</body></message>");
        romeo.receivesNothing();
        romeo.sends("<message><body>" + "A".repeat(300_000));
        romeo.isCutOffWithText("policy-violation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<a xmlns:b='urn:b'>"})
    void aStanzaThatIsTooDeepEndsTheStream(String element, Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<message>" + element.repeat(5_000));
        romeo.isCutOffWithText("policy-violation");
    }

    /** 4.4. */
    @Test
    void aStreamIsClosedBeforeLoginToo(Cast cast) {
        var romeo = cast.connects("romeo");
        romeo.opens();
        romeo.sends("</stream:stream>");
        romeo.seesTheEnd();
    }

    /** 4.9.3.19. */
    @Test
    @With("myna.see-other-host=[2001:41D0:1:A49b::1]:9222")
    void clientsAreSentElsewhere(Cast cast) {
        var romeo = cast.connects("romeo");
        romeo.sends(HEADER);
        romeo.receives(ANSWER);
        romeo.receives(
                "<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>[2001:41D0:1:A49b::1]:9222"
                        + "</see-other-host></stream:error>");
        romeo.seesTheEnd();
    }
}
