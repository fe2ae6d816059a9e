package im.myna.store.offline;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.NOBODY;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.store.Cast;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Together;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class OfflineStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final int MANY = 1000;

    private final Database database;
    private final OfflineStore offline;

    OfflineStoreTest(Engine engine) {
        database = engine.empty();
        offline = database.offline();
        Cast.enter(database, JULIET, ROMEO);
    }

    @Test
    void aLetterComesOutAsItWasPutIn() {
        var head = new Head(ROMEO.withResource("orchard"), JULIET.withResource("balcony"), "m1", "chat", "it");
        var payload = Payload.parse("<body>Ciao, ‹bella›</body>".getBytes(StandardCharsets.UTF_8));
        keep(new Letter(JULIET, new Message(head, payload), NOON), MANY);
        var kept = page(0, 10).get(0).letter();
        assertThat(kept.owner()).isEqualTo(JULIET);
        assertThat(kept.arrived()).isEqualTo(NOON);
        assertThat(kept.message().head()).isEqualTo(head);
        assertThat(kept.message().payload().bytes()).isEqualTo(payload.bytes());
    }

    @Test
    void aLetterWithoutSenderIdOrTypeIsKeptToo() {
        var message = new Message(Head.NONE.to(JULIET), Payload.EMPTY);
        keep(new Letter(JULIET, message, NOON), MANY);
        assertThat(page(0, 10).get(0).letter().message().head()).isEqualTo(message.head());
    }

    @Test
    void aLetterOfSeveralMegabytesIsKept() {
        var text = "<body>" + "x".repeat(3_000_000) + "</body>";
        var payload = Payload.parse(text.getBytes(StandardCharsets.UTF_8));
        keep(new Letter(JULIET, new Message(Head.NONE, payload), NOON), MANY);
        assertThat(page(0, 10).get(0).letter().message().payload().bytes()).hasSize(text.length());
    }

    @Test
    void lettersComeInTheirOrderPageByPage() {
        IntStream.range(0, 25).forEach(i -> keep(letter(JULIET, "m" + i), MANY));
        var ids = new ArrayList<String>();
        var page = page(0, 10);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            page.forEach(kept -> ids.add(kept.letter().message().head().id()));
            page = page(page.get(page.size() - 1).number(), 10);
        }
        assertThat(ids)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void aBoxThatIsFullTakesNoMore() {
        assertThat(keep(letter(JULIET, "m1"), 2)).isTrue();
        assertThat(keep(letter(JULIET, "m2"), 2)).isTrue();
        assertThat(keep(letter(JULIET, "m3"), 2)).isFalse();
        assertThat(keep(letter(ROMEO, "m4"), 2)).isTrue();
        assertThat(count(JULIET)).isEqualTo(2);
    }

    @Test
    void zeroIsNoLimit() {
        assertThat(keep(letter(JULIET, "m1"), 0)).isTrue();
        assertThat(keep(letter(JULIET, "m2"), 0)).isTrue();
    }

    @Test
    void whatWasTakenMakesRoom() {
        keep(letter(JULIET, "m1"), 2);
        keep(letter(JULIET, "m2"), 2);
        assertThat(delete(page(0, 1).get(0).number())).isEqualTo(1);
        assertThat(count(JULIET)).isEqualTo(1);
        assertThat(keep(letter(JULIET, "m3"), 2)).isTrue();
        assertThat(page(0, 10))
                .extracting(kept -> kept.letter().message().head().id())
                .containsExactly("m2", "m3");
    }

    @Test
    void numbersAreNotUsedAgain() {
        keep(letter(JULIET, "m1"), MANY);
        long first = page(0, 1).get(0).number();
        delete(first);
        keep(letter(JULIET, "m2"), MANY);
        assertThat(page(first, 10)).hasSize(1);
    }

    @Test
    void manyAreKeptInOneStepAndThoseThatDidNotFitAreNamed() {
        var letters = List.of(
                letter(ROMEO, "r1"),
                letter(JULIET, "j1"),
                letter(JULIET, "j2"),
                letter(NOBODY, "n1"),
                letter(JULIET, "j3"));
        var refused = database.transaction(() -> offline.keepAll(letters, 2));
        assertThat(refused).extracting(letter -> letter.message().head().id()).containsExactlyInAnyOrder("j3", "n1");
        assertThat(page(0, 10))
                .extracting(kept -> kept.letter().message().head().id())
                .containsExactly("j1", "j2");
        assertThat(count(ROMEO)).isEqualTo(1);
    }

    @Test
    void theLimitHoldsForThoseWhoWriteAtTheSameTime() throws Exception {
        var kept = Together.call(8, caller -> IntStream.range(0, 10)
                .filter(i -> keep(letter(JULIET, caller + "-" + i), 50))
                .count());
        assertThat(kept.stream().mapToLong(Long::longValue).sum()).isEqualTo(50);
        assertThat(count(JULIET)).isEqualTo(50);
        assertThat(page(0, MANY)).hasSize(50);
    }

    @Test
    void whoeverWritesToManyAtTheSameTimeDoesNotBlockTheOthers() throws Exception {
        var accounts = IntStream.range(0, 10)
                .mapToObj(i -> Jid.of("user" + i + "@im.example.com"))
                .toArray(Jid[]::new);
        Cast.enter(database, accounts);
        Together.call(6, caller -> {
            // Each caller names them in another order.
            var letters = IntStream.range(0, 40)
                    .mapToObj(i -> letter(accounts[(caller * 3 + i * (caller % 2 == 0 ? 1 : 9)) % 10], "m" + i))
                    .toList();
            return database.transaction(() -> offline.keepAll(letters, 0));
        });
        for (var account : accounts) {
            assertThat(count(account)).isEqualTo(24);
        }
    }

    @Test
    void lettersGoWithTheirAccount() {
        keep(letter(JULIET, "m1"), MANY);
        Cast.leave(database, JULIET);
        Cast.enter(database, JULIET);
        assertThat(page(0, 10)).isEmpty();
        assertThat(count(JULIET)).isZero();
    }

    @Test
    void whoHasNoAccountHasNoBox() {
        assertThat(keep(letter(NOBODY, "m1"), MANY)).isFalse();
        assertThat(count(NOBODY)).isZero();
        assertThat(database.transaction(() -> offline.delete(NOBODY, 1))).isZero();
    }

    private boolean keep(Letter letter, int limit) {
        return database.transaction(() -> offline.keep(letter, limit));
    }

    private List<KeptLetter> page(long after, int max) {
        return database.transaction(() -> offline.page(JULIET, after, max));
    }

    private int delete(long upTo) {
        return database.transaction(() -> offline.delete(JULIET, upTo));
    }

    private int count(Jid owner) {
        return database.transaction(() -> offline.count(owner));
    }

    private static Letter letter(Jid owner, String id) {
        return new Letter(owner, new Message(Head.NONE.to(owner).id(id), Payload.EMPTY), NOON);
    }
}
