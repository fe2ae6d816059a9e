package im.myna.blackbox.rest;

import static im.myna.blackbox.rest.Office.HERE;
import static im.myna.blackbox.rest.Office.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.client.Target;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator does with an account, from its first day to its last, by REST alone. */
@ExtendWith(Governed.class)
class StoryTest {
    @Test
    void aUserIsMadeSharedSeenWrittenToSentAwayAndLocked(Office office, Target target) throws Exception {
        var romeo = office.user("romeo");
        var juliet = office.user("juliet");
        var group = "verona-" + romeo.name() + "@" + HERE;
        try (var client = SmackClient.login(target, romeo.name(), romeo.password())) {
            assertThat(client.roster().getEntries()).isEmpty();
            office.admin()
                    .post(
                            "/groups",
                            "{\"id\":\"%s\",\"displayName\":\"Verona\",\"sharing\":\"groups\",\"audience\":[\"%s\"]}"
                                    .formatted(group, group))
                    .good();
            for (var member : new Office.Person[] {romeo, juliet}) {
                office.admin()
                        .put("/groups/" + group + "/members/" + member.jid(), "")
                        .good();
            }
            eventually(() -> client.roster().getEntryCount() == 1);
            assertThat(client.roster().getGroup("Verona").getEntries())
                    .extracting(entry -> entry.getJid().toString())
                    .containsExactly(juliet.jid());

            var session = "/sessions/" + romeo.jid() + "/smack";
            assertThat(office.admin()
                            .get("/sessions?user=" + romeo.name())
                            .good()
                            .response()
                            .body())
                    .contains(romeo.jid() + "/smack");
            office.admin()
                    .post(session + "/messages", "{\"subject\":\"tonight\",\"body\":\"come to the balcony\"}")
                    .good();
            assertThat(client.hears().getBody()).isEqualTo("come to the balcony");
            office.admin().delete(session).good();
            eventually(() -> !client.connection().isConnected());
        }
        office.admin().patch(romeo.path(), "{\"disabled\":true}").good();
        assertThatThrownBy(() -> SmackClient.login(target, romeo.name(), romeo.password())
                        .close())
                .isInstanceOf(SASLErrorException.class)
                .hasMessageContaining("account-disabled");
        assertThat(office.admin()
                        .get("/audit?subject=" + romeo.jid())
                        .good()
                        .response()
                        .body())
                .contains("user.lock", "session.close", "session.message", "user.add");
    }
}
