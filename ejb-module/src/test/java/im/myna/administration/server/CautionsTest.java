package im.myna.administration.server;

import static im.myna.administration.server.Premises.ADMIN;
import static im.myna.administration.server.Premises.AUDITOR;
import static im.myna.administration.server.Premises.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.administration.RefusedException;
import im.myna.administration.server.Cautions.Caution;
import im.myna.administration.server.Cautions.Kind;
import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CautionsTest {
    private static final Jid FIRST = Jid.of("admin@im.example.com");
    private static final Path FILE = Premises.DATA.resolve("first-password");
    private static final int ITERATIONS = 4096;

    private final Premises premises = new Premises();
    private final Cautions cautions = premises.bean(Cautions.class);

    @BeforeEach
    void aFirstAccountIsMadeAndItsPasswordIsTold() throws IOException {
        premises.bean(AccountStore.class)
                .add(new Account(FIRST, Role.ADMIN, ScramVerifier.all("chosen by lot", ITERATIONS), Premises.NOW));
        Files.createDirectories(Premises.DATA);
        Files.writeString(FILE, FIRST + ", password chosen by lot\n");
    }

    @AfterEach
    void close() throws IOException {
        premises.close();
        Files.deleteIfExists(FILE);
    }

    @Test
    void whoHasTheFirstPasswordAndAFileForADatabaseIsTold() {
        assertThat(cautions.list(ADMIN))
                .containsExactly(new Caution(Kind.PASSWORD, FIRST.toString()), new Caution(Kind.DATABASE, "H2"))
                .isEqualTo(cautions.list(AUDITOR));
    }

    @Test
    void anotherPasswordIsNoReasonToWorryAndTheFirstOneAgainIs() {
        change("another");
        assertThat(cautions.list(ADMIN)).containsExactly(new Caution(Kind.DATABASE, "H2"));
        change("chosen by lot");
        assertThat(cautions.list(ADMIN)).hasSize(2);
    }

    @Test
    void whatNobodyCanReadAnyMoreIsNoReasonToWorry() throws IOException {
        Files.delete(FILE);
        assertThat(cautions.list(ADMIN)).containsExactly(new Caution(Kind.DATABASE, "H2"));
    }

    @Test
    void whoGovernsOneDomainDoesNotHearIt() {
        assertThatThrownBy(() -> cautions.list(CHIEF)).isInstanceOf(RefusedException.class);
    }

    private void change(String password) {
        premises.bean(AccountStore.class).changeVerifiers(FIRST, ScramVerifier.all(password, ITERATIONS));
    }
}
