package im.myna.store.portable;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.NURSE;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.account.Account;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.offline.Letter;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.RosterLimits;
import im.myna.store.roster.Subscription;
import im.myna.vcard.VCard;
import im.myna.xml.Element;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out comes in again (XEP-0227), on each database. */
@ParameterizedClass
@EnumSource(Engine.class)
class RoundTripTest {
    private static final Instant THEN = Instant.parse("2024-02-29T12:00:00.123Z");
    private static final Terms TERMS = new Terms(List.of(JULIET.domain()), false, 4096);
    private static final Jid TYBALT = Jid.of("tybalt@capulet.example");

    private final Database database;

    RoundTripTest(Engine engine) {
        database = engine.empty();
    }

    @BeforeEach
    void fill() {
        database.transaction(() -> database.accounts()
                .add(new Account(
                        JULIET,
                        Role.DOMAIN_ADMIN,
                        ScramVerifier.all("r0m30", 4096),
                        THEN,
                        new Lock(true, Instant.parse("2030-01-01T00:00:00Z")))));
        Cast.enter(database, ROMEO);
    }

    @Test
    void anAccountKeepsItsPasswordItsRoleAndItsLock() {
        var before = database.transaction(() -> database.accounts().find(JULIET));
        throughAFile();
        assertThat(database.transaction(() -> database.accounts().find(JULIET)))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(before);
        assertThat(database.transaction(() -> database.accounts().find(ROMEO))
                        .orElseThrow()
                        .verifiers())
                .isEmpty();
    }

    /** XEP-0227, 3.4 and 3.9. */
    @Test
    void aRosterKeepsItsItemsAndTheRequestsThatWait() {
        var friend = new RosterItem(
                ROMEO, "R & <M> \"o\"", List.of("Verona", "ro\u0303me\n o"), Subscription.BOTH, false, false, 0);
        var asked = new RosterItem(TYBALT, "", List.of(), Subscription.FROM, true, true, 0);
        var request = new Presence(
                new Head(NURSE, JULIET, "n1", "subscribe", "it"),
                Payload.of(Element.of("http://jabber.org/protocol/nick", "nick").text("Nurse")));
        change(new RosterChange.Put(friend), new RosterChange.Put(asked), new RosterChange.Ask(request));
        throughAFile();
        var roster = database.transaction(() -> database.rosters().load(JULIET));
        assertThat(roster.items().values())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
                .containsExactlyInAnyOrder(friend, asked);
        assertThat(roster.requests()).containsExactly(Map.entry(NURSE, request));
    }

    @Test
    void aRosterOfAnySizeComesBack() {
        change(IntStream.range(0, 250)
                .mapToObj(i -> new RosterChange.Put(RosterItem.of(Jid.of("friend" + i + "@im.example.com"))))
                .toArray(RosterChange[]::new));
        throughAFile();
        assertThat(database.transaction(() -> database.rosters().load(JULIET)).items())
                .hasSize(250);
    }

    /** XEP-0227, 3.5: starting with the oldest. */
    @Test
    void offlineMessagesKeepTheirOrderTheirTimeAndTheirWords() {
        var letters = IntStream.range(0, 250)
                .mapToObj(i -> letter("m" + i, THEN.plusSeconds(i)))
                .toList();
        database.transaction(() -> database.offline().keepAll(letters, 0));
        throughAFile();
        var kept = database.transaction(() -> database.offline().page(JULIET, 0, 1000)).stream()
                .map(each -> each.letter())
                .toList();
        assertThat(kept).hasSize(250);
        assertThat(kept)
                .extracting(Letter::arrived)
                .isEqualTo(letters.stream().map(Letter::arrived).toList());
        assertThat(kept.get(7).message().head())
                .isEqualTo(letters.get(7).message().head());
        assertThat(kept.get(7).message().payload().all())
                .isEqualTo(letters.get(7).message().payload().all());
    }

    /** XEP-0227, 3.7; what only vCard4 can say is not lost either. */
    @Test
    void whoSomebodyIsComesBackInTheFormatInWhichItWasWritten() {
        var old = VCard.of(Element.parse("<vCard xmlns='vcard-temp'><FN>Ju &amp; liet</FN><DESC>\n d</DESC></vCard>"));
        var recent =
                VCard.of(Element.parse("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Romeo</text></fn>"
                        + "<gender><sex><text>M</text></sex></gender></vcard>"));
        database.transaction(
                () -> database.vcards().keep(JULIET, old) && database.vcards().keep(ROMEO, recent));
        throughAFile();
        assertThat(database.transaction(() -> database.vcards().find(JULIET))).contains(old);
        assertThat(database.transaction(() -> database.vcards().find(ROMEO))).contains(recent);
        assertThat(new String(export(), StandardCharsets.UTF_8))
                .contains("<vCard xmlns='vcard-temp'><FN>Romeo</FN></vCard>");
    }

    @Test
    void whoIsThereAlreadyIsAFaultOfTheFile() {
        var file = export();
        database.transaction(() -> database.accounts().remove(ROMEO));
        assertThatThrownBy(() -> admit(file, TERMS))
                .isInstanceOf(PortableException.class)
                .hasMessage("there is an account juliet@im.example.com already");
        assertThat(database.transaction(() -> database.accounts().exists(ROMEO)))
                .isFalse();
    }

    @Test
    void whoIsThereAlreadyCanBeLeftAsHeIs() {
        var file = export();
        database.transaction(() -> database.accounts().remove(ROMEO));
        database.transaction(() -> database.accounts().changeRole(JULIET, Role.USER));
        change(new RosterChange.Put(RosterItem.of(NURSE)));
        var outcome = admit(file, new Terms(TERMS.domains(), true, 4096));
        assertThat(outcome.tally().users()).isEqualTo(2);
        assertThat(outcome.skipped()).isEqualTo(1);
        assertThat(database.transaction(() -> database.accounts().exists(ROMEO)))
                .isTrue();
        var juliet =
                database.transaction(() -> database.accounts().find(JULIET)).orElseThrow();
        assertThat(juliet.role()).isEqualTo(Role.USER);
        assertThat(database.transaction(() -> database.rosters().load(JULIET)).items())
                .containsOnlyKeys(NURSE);
    }

    /** XEP-0227, 3.2, for those who come from other servers. */
    @Test
    void aPasswordAsItIsTypedIsKeptAsVerifiers() {
        var file = "<server-data xmlns='urn:xmpp:pie:0'><host jid='im.example.com'>"
                + "<user name='nurse' password='an&#x67;el'/></host></server-data>";
        admit(file.getBytes(StandardCharsets.UTF_8), TERMS);
        var verifiers = database.transaction(() -> database.accounts().find(NURSE))
                .orElseThrow()
                .verifiers();
        assertThat(verifiers).hasSize(3).allMatch(verifier -> verifier.matches("angel"));
    }

    private static Letter letter(String id, Instant arrived) {
        var delay = Element.of("urn:xmpp:delay", "delay")
                .with("from", "room.example")
                .with("stamp", "2023-01-01T00:00:00Z");
        var message = new Message(
                new Head(TYBALT.withResource("st&reet"), JULIET, id, "chat", "it"),
                Payload.of(
                        Element.of(Stanza.NS, "body").text("Have at thee, <coward> & so on ]]> \uD83D\uDDE1 \r\n" + id),
                        Element.of("urn:example:x", "x")
                                .with(Element.of("urn:example:y", "y")
                                        .lang("de")
                                        .text("z")),
                        delay));
        return new Letter(JULIET, message, arrived);
    }

    private void change(RosterChange... changes) {
        database.transaction(() -> database.rosters().change(JULIET, new RosterLimits(0, 0), List.of(changes)));
    }

    private void throughAFile() {
        var file = export();
        database.transaction(
                () -> database.accounts().remove(JULIET) && database.accounts().remove(ROMEO));
        assertThat(admit(file, TERMS)).isEqualTo(new PortableStore.Outcome(new Tally(2, Map.of()), 0));
        assertThat(new String(export(), StandardCharsets.UTF_8)).isEqualTo(new String(file, StandardCharsets.UTF_8));
    }

    private byte[] export() {
        var out = new ByteArrayOutputStream();
        assertThat(database.transaction(() -> write(out))).isEqualTo(2);
        return out.toByteArray();
    }

    private long write(ByteArrayOutputStream out) {
        try {
            return database.portable().export(TERMS.domains(), out, users -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PortableStore.Outcome admit(byte[] file, Terms terms) {
        return database.transaction(
                () -> database.portable().admit(new ByteArrayInputStream(file), terms, users -> {}));
    }
}
