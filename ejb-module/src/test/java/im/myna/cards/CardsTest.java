package im.myna.cards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.settings.Settings;
import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.vcard.VCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** XEP-0054, where a directory says who people are. */
class CardsTest {
    private static final Jid JULIET = Jid.of("juliet@im.example.com");
    private static final Jid ROMEO = Jid.of("romeo@im.example.com");
    /** Of "abc". */
    private static final String HASH = "a9993e364706816aba3e25717850c26c9cd0d89d";

    private final WeldContainer container = new Weld()
            .disableDiscovery()
            .addBeanClasses(Cards.class, Register.class, Ear.class)
            .addExtensions(new StoresExtension(Engine.H2), new Lent())
            .initialize();
    private final Cards cards = container.select(Cards.class).get();
    private final Register register = container.select(Register.class).get();

    @BeforeEach
    void enter() {
        for (var jid : List.of(JULIET, ROMEO)) {
            container.select(AccountStore.class).get().add(new Account(jid, Role.USER, List.of(), Instant.EPOCH));
        }
        register.enter(JULIET, card("<FN>Directory</FN><PHOTO><BINVAL>YWJj</BINVAL></PHOTO>"));
    }

    @AfterEach
    void leave() {
        container.shutdown();
    }

    @Test
    void theDirectorySaysWhoSomebodyIs() {
        assertThat(cards.find(JULIET).orElseThrow().name()).isEqualTo("Directory");
        assertThat(cards.photo(JULIET)).contains(HASH);
        assertThat(cards.find(ROMEO)).isEmpty();
        assertThat(cards.photo(ROMEO)).isEmpty();
    }

    @Test
    void whomTheDirectoryKnowsCannotSayOtherwise() {
        assertThat(condition(() -> cards.change(JULIET, card("<FN>J</FN>").element())))
                .isEqualTo(Condition.NOT_ALLOWED);
        cards.change(ROMEO, card("<FN>R</FN>").element());
        assertThat(cards.find(ROMEO).orElseThrow().name()).isEqualTo("R");
    }

    @Test
    void aDirectoryMayYieldToWhatAUserSays() {
        register.yields(true);
        assertThat(cards.find(JULIET).orElseThrow().name()).isEqualTo("Directory");
        cards.change(JULIET, card("<FN>J</FN>").element());
        assertThat(cards.find(JULIET).orElseThrow().name()).isEqualTo("J");
        assertThat(cards.photo(JULIET)).contains("");
        assertThat(cards.remove(JULIET)).isTrue();
        assertThat(cards.photo(JULIET)).contains(HASH);
    }

    @Test
    void whatADirectoryDidNotYieldToBeforeDoesNotCount() {
        register.yields(true);
        cards.change(JULIET, card("<FN>J</FN>").element());
        register.yields(false);
        assertThat(cards.find(JULIET).orElseThrow().name()).isEqualTo("Directory");
    }

    @Test
    void whatIsTooLargeIsRefusedAndWhoeverIsGoneHasNoCard() {
        assertThat(condition(() -> cards.change(
                        ROMEO, card("<FN>" + "x".repeat(200_000) + "</FN>").element())))
                .isEqualTo(Condition.POLICY_VIOLATION);
        assertThat(condition(() -> cards.change(Jid.of("nobody@im.example.com"), card("").element())))
                .isEqualTo(Condition.SERVICE_UNAVAILABLE);
    }

    @Test
    void whoeverListensHearsOfThePhoto() {
        cards.tell(JULIET);
        cards.tell(ROMEO);
        cards.keep(ROMEO, card(""));
        cards.tell(ROMEO);
        assertThat(container.select(Ear.class).get().heard())
                .containsExactly(
                        new PhotoChange(JULIET, Optional.of(HASH)),
                        new PhotoChange(ROMEO, Optional.empty()),
                        new PhotoChange(ROMEO, Optional.of("")));
    }

    private static VCard card(String content) {
        return VCard.parse(("<vCard xmlns='vcard-temp'>" + content + "</vCard>").getBytes(UTF_8));
    }

    private static Condition condition(ThrowingCallable work) {
        var thrown = new Condition[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(StanzaException.class, e -> thrown[0] = e.condition());
        return thrown[0];
    }

    /** Whoever listens. */
    @ApplicationScoped
    static class Ear {
        private final List<PhotoChange> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes PhotoChange change) {
            heard.add(change);
        }

        List<PhotoChange> heard() {
            return heard;
        }
    }

    // CDI calls the observer.
    @SuppressWarnings("UnusedMethod")
    private record Lent() implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            discovery.addBean().types(Settings.class).createWith(context -> Settings.defaults());
        }
    }
}
