package im.myna.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditEntry;
import im.myna.store.audit.AuditSearch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChronicleTest {
    private static final Jid JULIET = Jid.of("juliet@im.example.com");
    private static final Jid ROMEO = Jid.of("romeo@other.example.com");

    private final Bureau bureau = new Bureau();
    private final Chronicle chronicle = bureau.bean(Chronicle.class);
    private final Actor nurse = bureau.actor("nurse@im.example.com", Role.ADMIN);

    @AfterEach
    void close() {
        bureau.close();
    }

    private List<AuditEntry> read(Actor actor, String domain) {
        return chronicle.page(actor, new AuditSearch(domain, "", "", ""), Long.MAX_VALUE, 1000);
    }

    @Test
    void whatChangedIsWrittenDownAndWhatDidNotIsNot() {
        chronicle.change(nurse, Deed.of("user.add", JULIET).to("role=USER"), () -> true);
        chronicle.change(nurse, Deed.of("user.role", JULIET).from("a").to("b"), () -> false);
        assertThat(read(nurse, "")).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("nurse@im.example.com");
            assertThat(entry.address()).isEqualTo("192.0.2.1");
            assertThat(entry.at()).isEqualTo(Bureau.NOW);
            assertThat(entry.action()).isEqualTo("user.add");
            assertThat(entry.subject()).isEqualTo("juliet@im.example.com");
            assertThat(entry.before()).isEmpty();
            assertThat(entry.after()).isEqualTo("role=USER");
        });
    }

    @Test
    void whoGovernsADomainReadsOfNoOther() {
        chronicle.note(nurse, Deed.of("user.remove", JULIET));
        chronicle.note(nurse, Deed.of("user.remove", ROMEO));
        var chief = bureau.actor("chief@other.example.com", Role.DOMAIN_ADMIN);
        assertThat(read(chief, "")).extracting(AuditEntry::subject).containsExactly(ROMEO.toString());
        assertThat(read(chief, "other.example.com")).hasSize(1);
        assertThat(catchThrowableOfType(RefusedException.class, () -> read(chief, "im.example.com"))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        var user = bureau.actor("user@other.example.com", Role.USER);
        assertThat(catchThrowableOfType(RefusedException.class, () -> read(user, ""))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void itForgetsAfterAYearAndNothingBefore() {
        chronicle.note(nurse, Deed.of("first", JULIET));
        bureau.pass(Duration.ofDays(100));
        chronicle.note(nurse, Deed.of("second", JULIET));
        bureau.pass(Duration.ofDays(300));
        for (int i = 0; i < 98; i++) {
            chronicle.note(nurse, Deed.of("later", JULIET));
        }
        assertThat(read(nurse, "")).hasSize(99).extracting(AuditEntry::action).doesNotContain("first");
    }
}
