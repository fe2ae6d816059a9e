package im.myna.store.vcard;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.NOBODY;
import static im.myna.store.Cast.ROMEO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Together;
import im.myna.vcard.VCard;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class VCardStoreTest {
    private static final String PHOTO = "<PHOTO><TYPE>image/gif</TYPE><BINVAL>YWJj</BINVAL></PHOTO>";
    private static final String HASH = "a9993e364706816aba3e25717850c26c9cd0d89d";

    private final Database database;
    private final VCardStore cards;

    VCardStoreTest(Engine engine) {
        database = engine.empty();
        cards = database.vcards();
        Cast.enter(database, JULIET, ROMEO);
    }

    @Test
    void aCardComesOutAsItWasPutIn() {
        var card = card("<FN>‹Juliet› 🌹 &amp; co</FN>" + PHOTO);
        assertThat(keep(JULIET, card)).isTrue();
        assertThat(find(JULIET)).contains(card);
        assertThat(find(ROMEO)).isEmpty();
    }

    @Test
    void theHashOfThePhotoStandsBesideIt() {
        assertThat(photoHash(JULIET)).isEmpty();
        keep(JULIET, card(PHOTO));
        assertThat(photoHash(JULIET)).contains(HASH);
        keep(JULIET, card("<FN>Juliet</FN>"));
        assertThat(photoHash(JULIET)).contains("");
        assertThat(find(JULIET)).contains(card("<FN>Juliet</FN>"));
    }

    @Test
    void aPhotoOfSeveralMegabytesIsKept() {
        var large = Base64.getEncoder().encodeToString(new byte[3_000_000]);
        var card = card("<PHOTO><BINVAL>" + large + "</BINVAL></PHOTO>");
        keep(JULIET, card);
        assertThat(find(JULIET).orElseThrow().photo().orElseThrow().length()).isEqualTo(3_000_000);
    }

    @Test
    void aCardIsTakenAway() {
        keep(JULIET, card(PHOTO));
        keep(ROMEO, card(""));
        assertThat(remove(JULIET)).isTrue();
        assertThat(remove(JULIET)).isFalse();
        assertThat(find(JULIET)).isEmpty();
        assertThat(find(ROMEO)).isPresent();
    }

    @Test
    void twoClientsMayWriteAtTheSameTime() throws Exception {
        assertThat(Together.call(6, caller -> keep(JULIET, card("<FN>" + caller + "</FN>"))))
                .containsOnly(true);
        assertThat(find(JULIET)).isPresent();
    }

    @Test
    void itGoesWithTheAccount() {
        keep(JULIET, card(PHOTO));
        Cast.leave(database, JULIET);
        Cast.enter(database, JULIET);
        assertThat(find(JULIET)).isEmpty();
        assertThat(photoHash(JULIET)).isEmpty();
    }

    @Test
    void whoHasNoAccountHasNoCard() {
        assertThat(keep(NOBODY, card(""))).isFalse();
        assertThat(find(NOBODY)).isEmpty();
    }

    private static VCard card(String content) {
        return VCard.parse(("<vCard xmlns='vcard-temp'>" + content + "</vCard>").getBytes(UTF_8));
    }

    private boolean keep(Jid owner, VCard card) {
        return database.transaction(() -> cards.keep(owner, card));
    }

    private Optional<VCard> find(Jid owner) {
        return database.transaction(() -> cards.find(owner));
    }

    private Optional<String> photoHash(Jid owner) {
        return database.transaction(() -> cards.photoHash(owner));
    }

    private boolean remove(Jid owner) {
        return database.transaction(() -> cards.remove(owner));
    }
}
