package im.myna.blackbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Accounts;
import im.myna.blackbox.server.Accounts.Account;
import im.myna.blackbox.server.Served;
import im.myna.specification.Shows;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names and photos in a browser. */
@ExtendWith(Served.class)
@Shows({"XEP-0054", "XEP-0153"})
class PortraitsTest {
    private static final String CARD = "<vCard xmlns='vcard-temp'><FN>%s</FN><PHOTO>"
            + "<TYPE>image/png</TYPE><BINVAL>%s</BINVAL></PHOTO></vCard>";

    @BeforeAll
    static void aBrowserIsThere() {
        Scripts.chromiumIsThere();
    }

    @Test
    void contactsHaveNamesAndPhotosAtTheChat(Target server, Accounts accounts) throws Exception {
        var juliet = accounts.make("juliet");
        var romeo = accounts.make("romeo");
        try (var balcony = enter(server, juliet);
                var orchard = enter(server, romeo)) {
            subscribe(server, balcony, juliet, orchard, romeo);
            subscribe(server, orchard, romeo, balcony, juliet);
            says(balcony, "Juliet Capulet", Color.ORANGE);
            says(orchard, "Romeo Montague", Color.BLUE);
            orchard.leave();
            assertThat(Scripts.browse("portraits.mjs", server, romeo, juliet)).hasSize(4);
            var changed = balcony.ask("get", server.jid(romeo.username()), "<vCard xmlns='vcard-temp'/>");
            assertThat(changed.toString()).contains("Romeo of Verona");
        }
    }

    @Test
    void anAdministratorSeesWhoAUserIsAndDeletesIt(Target server, Accounts accounts) throws Exception {
        var juliet = accounts.make("juliet");
        try (var balcony = enter(server, juliet)) {
            says(balcony, "Juliet Capulet", Color.ORANGE);
            assertThat(Scripts.browse("admin-card.mjs", server, new Account("admin", Served.ADMIN_PASSWORD), juliet))
                    .hasSize(4);
            assertThat(balcony.ask("get", "", "<vCard xmlns='vcard-temp'/>").attribute("type"))
                    .isEqualTo("error");
        }
    }

    private static RawClient enter(Target server, Account who) {
        var client = RawClient.login(server, who.username(), who.password(), "raw");
        client.send("<presence/>");
        return client;
    }

    private static void subscribe(Target server, RawClient one, Account who, RawClient other, Account whom) {
        one.send("<presence type='subscribe' to='" + server.jid(whom.username()) + "'/>");
        one.ping();
        other.send("<presence type='subscribed' to='" + server.jid(who.username()) + "'/>");
        other.ping();
    }

    private static void says(RawClient client, String name, Color color) throws IOException {
        client.demand("set", "", CARD.formatted(name, photo(color)));
    }

    private static String photo(Color color) throws IOException {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, 64, 64);
        pen.setColor(Color.WHITE);
        pen.fillOval(20, 10, 24, 24);
        pen.fillOval(10, 38, 44, 40);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
