package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Governed.class)
class VCardsTest {
    private static final String CARD = "<vCard xmlns='vcard-temp'><FN>Juliet &amp; co</FN><DESC>d</DESC>"
            + "<PHOTO><TYPE>image/gif</TYPE><BINVAL>YWJj</BINVAL></PHOTO></vCard>";

    private static Rest xml(Rest rest) {
        return rest.with("Content-Type", "application/xml");
    }

    private static Answer kept(Rest rest, String path) {
        var answer = rest.get(path);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer;
    }

    @Test
    void aCardIsSaidReadInBothFormatsAndTakenAway(Office office) {
        var juliet = office.user("juliet");
        var admin = office.admin();
        var path = juliet.path() + "/vcard";
        admin.get(path).problem(404);
        assertThat(xml(admin).put(path, CARD).status()).isEqualTo(204);
        assertThat(kept(admin, path).response().body()).isEqualTo(CARD);
        assertThat(kept(admin, path + "?format=temp").response().body()).isEqualTo(CARD);
        assertThat(kept(admin, path + "?format=four").response().body())
                .isEqualTo("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Juliet &amp; co</text></fn>"
                        + "<note><text>d</text></note><photo><uri>data:image/gif;base64,YWJj</uri></photo></vcard>");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        admin.get(path).problem(404);
        assertThat(admin.delete(path).problem(404)).contains("no vCard");
        assertThat(admin.get("/audit?subject=" + juliet.jid()).good().list("entries"))
                .extracting(entry -> entry.get("action"))
                .startsWith("vcard.remove", "vcard.change");
    }

    /** XEP-0153, 3.1. */
    @Test
    void whoIsThereShowsTheNewPhotoAtOnce(Office office) {
        var juliet = office.user("juliet");
        try (var client = office.login(juliet, "balcony")) {
            client.send("<presence/>");
            client.expect("presence");
            xml(office.admin()).put(juliet.path() + "/vcard", CARD);
            assertThat(client.expect("presence").toString()).contains("a9993e364706816aba3e25717850c26c9cd0d89d");
            office.admin().delete(juliet.path() + "/vcard");
            assertThat(client.expect("presence").toString()).doesNotContain("a9993e36");
        }
    }

    @Test
    void whatIsNoCardIsRefusedWithTheReason(Office office) {
        var juliet = office.user("juliet");
        var admin = xml(office.admin());
        var path = juliet.path() + "/vcard";
        for (var wrong : List.of(
                "nothing",
                "<a/>",
                "<vCard xmlns='vcard-temp'>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><vCard xmlns='vcard-temp'>&b;</vCard>",
                "<vCard xmlns='vcard-temp'><PHOTO><BINVAL>?</BINVAL></PHOTO></vCard>")) {
            admin.put(path, wrong).problem(400);
        }
        assertThat(admin.put(path, "<vCard xmlns='vcard-temp'><FN>" + "x".repeat(200_000) + "</FN></vCard>")
                        .problem(400))
                .contains("at most 196608 bytes");
        assertThat(office.admin().put(path, "{}").problem(415)).contains("application/xml");
        admin.get(path + "?format=pdf").problem(400);
        admin.get("/users/nobody@im.example.com/vcard").problem(404);
        admin.put("/users/nobody@im.example.com/vcard", CARD).problem(404);
        admin.get(path).problem(404);
    }

    @Test
    void onlyThoseWhoGovernSayWhoSomebodyElseIs(Office office) {
        var juliet = office.user("juliet");
        var path = juliet.path() + "/vcard";
        xml(office.as(juliet)).put(path, CARD).problem(403);
        xml(office.stranger()).put(path, CARD).problem(401);
        var auditor = office.as(office.make("auditor", Office.HERE, "auditor"));
        xml(auditor).put(path, CARD).problem(403);
        auditor.delete(path).problem(403);
        auditor.get(path).problem(404);
        var lord = office.as(office.make("lord", Office.HERE, "domain-admin"));
        assertThat(xml(lord).put(path, CARD).status()).isEqualTo(204);
        kept(auditor, path);
        var other = office.as(office.make("other", Office.ELSEWHERE, "domain-admin"));
        other.get(path).problem(404);
        other.delete(path).problem(404);
    }
}
