package im.myna.feature.xep0153_avatar;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;

/** XEP-0153; XEP-0398, 4. */
@Play
@Shows("XEP-0153")
class AvatarsTest {
    /** Of "abc". */
    private static final String HASH = "a9993e364706816aba3e25717850c26c9cd0d89d";

    private static final String PHOTO = "<x xmlns='vcard-temp:x:update'><photo>" + HASH + "</photo></x>";
    private static final String NONE = "<x xmlns='vcard-temp:x:update'><photo/></x>";
    private static final String OTHER = "<x xmlns='vcard-temp:x:update'><photo>0123</photo></x>";
    private static final String FROM = "<presence from='juliet@im.example.com/balcony' to=";

    private static void sets(Actor juliet, String content) {
        juliet.sends("<iq type='set' id='vc1'><vCard xmlns='vcard-temp'>" + content + "</vCard></iq>");
        juliet.receives("<iq type='result' id='vc1' to='{any}'/>");
    }

    private static void setsPhoto(Actor juliet) {
        sets(juliet, "<PHOTO><TYPE>image/gif</TYPE><BINVAL>YWJj</BINVAL></PHOTO>");
    }

    private static void isSeen(Actor juliet, String content) {
        juliet.receives(FROM + "'juliet@im.example.com/balcony'>" + content + "</presence>");
    }

    /** XEP-0398, 4: "services MUST include the hash on behalf of their users". */
    @Test
    void theServerSaysTheHashForAClientThatDoesNot(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        setsPhoto(juliet);
        juliet.sends("<presence><show>away</show></presence>");
        isSeen(juliet, "<show>away</show>" + PHOTO);
        juliet.sends("<presence><x xmlns='vcard-temp:x:update'/></presence>");
        isSeen(juliet, PHOTO);
        juliet.sends("<presence>" + OTHER + "</presence>");
        isSeen(juliet, PHOTO);
        juliet.sends("<presence>" + PHOTO + "</presence>");
        isSeen(juliet, PHOTO);
    }

    @Test
    void theHashIsKnownToTheNextSession(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        setsPhoto(juliet);
        juliet.leaves();
        juliet = cast.login("juliet", "balcony");
        juliet.sends("<presence/>");
        isSeen(juliet, PHOTO);
    }

    @Test
    void whoHasNoCardSaysNothing(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        juliet.sends("<presence/>");
        isSeen(juliet, "");
        juliet.sends("<presence>" + OTHER + "</presence>");
        isSeen(juliet, OTHER);
    }

    /** XEP-0153, 4.1, 3: an empty element when there is no image. */
    @Test
    void aCardWithoutPhotoIsSaidToHaveNone(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        sets(juliet, "<FN>Juliet</FN>");
        juliet.sends("<presence/>");
        isSeen(juliet, NONE);
        juliet.sends("<presence>" + OTHER + "</presence>");
        isSeen(juliet, NONE);
    }

    /** XEP-0398, 4: "doesn't touch the photo element". */
    @Test
    void aClientMayRefuseToShowThePhoto(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        setsPhoto(juliet);
        juliet.sends("<presence>" + NONE + "</presence>");
        isSeen(juliet, NONE);
        sets(juliet, "<PHOTO><BINVAL>YWI=</BINVAL></PHOTO>");
        isSeen(juliet, NONE);
    }

    /** XEP-0153, 3.1: contacts hear of it, though the client says nothing; and it is once. */
    @Test
    void contactsHearOfANewPhotoAtOnce(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.available("romeo", "orchard");
        cast.befriend(juliet, romeo);
        juliet.sends("<presence xml:lang='it'><show>away</show><priority>5</priority></presence>");
        juliet.skips();
        romeo.skips();
        setsPhoto(juliet);
        var said = "<show>away</show><priority>5</priority>";
        juliet.receives(
                "<presence xml:lang='it' from='juliet@im.example.com/balcony' to='juliet@im.example.com/balcony'>"
                        + said + PHOTO + "</presence>");
        romeo.receives("<presence xml:lang='it' from='juliet@im.example.com/balcony' to='romeo@im.example.com'>" + said
                + PHOTO + "</presence>");
        setsPhoto(juliet);
        juliet.receivesNothing();
        romeo.receivesNothing();
        sets(juliet, "");
        juliet.receives(
                "<presence xml:lang='it' from='juliet@im.example.com/balcony' to='juliet@im.example.com/balcony'>"
                        + said + NONE + "</presence>");
    }

    @Test
    void everyClientOfTheOwnerSaysIt(Cast cast) {
        var romeo = cast.available("romeo", "orchard");
        var balcony = cast.available("juliet", "balcony");
        cast.befriend(balcony, romeo);
        var chamber = cast.login("juliet", "chamber");
        chamber.sends("<presence><priority>-1</priority></presence>");
        chamber.skips();
        balcony.skips();
        romeo.skips();
        setsPhoto(balcony);
        romeo.receivesInAnyOrder(
                "<presence from='juliet@im.example.com/balcony' to='romeo@im.example.com'>" + PHOTO + "</presence>",
                "<presence from='juliet@im.example.com/chamber' to='romeo@im.example.com'><priority>-1</priority>"
                        + PHOTO + "</presence>");
        romeo.receivesNothing();
    }

    /** A photo that goes and comes again is not taken for one that the client refused. */
    @Test
    void aPhotoThatWasTakenAwayMayComeAgain(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        setsPhoto(juliet);
        isSeen(juliet, PHOTO);
        sets(juliet, "");
        isSeen(juliet, NONE);
        setsPhoto(juliet);
        isSeen(juliet, PHOTO);
    }

    /** XEP-0398, 4: "The hash MUST also be injected into directed presences". */
    @Test
    void directedPresenceHasTheHashToo(Cast cast) {
        var juliet = cast.login("juliet", "balcony");
        setsPhoto(juliet);
        var romeo = cast.available("romeo", "orchard");
        juliet.sends("<presence to='romeo@im.example.com/orchard'/>");
        romeo.receives(FROM + "'romeo@im.example.com/orchard'>" + PHOTO + "</presence>");
        juliet.sends("<presence to='romeo@im.example.com/orchard' type='unavailable'/>");
        romeo.receives(
                "<presence type='unavailable' from='juliet@im.example.com/balcony' to='romeo@im.example.com/orchard'/>");
    }

    @Test
    void whoComesLaterSeesTheHash(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.available("romeo", "orchard");
        cast.befriend(juliet, romeo);
        setsPhoto(juliet);
        juliet.skips();
        romeo.skips();
        romeo.leaves();
        juliet.receives(
                "<presence type='unavailable' from='romeo@im.example.com/orchard' to='juliet@im.example.com'/>");
        var again = cast.login("romeo", "garden");
        again.sends("<presence/>");
        again.receives("<presence from='romeo@im.example.com/garden' to='romeo@im.example.com/garden'/>");
        again.receives(FROM + "'romeo@im.example.com/garden'>" + PHOTO + "</presence>");
    }
}
