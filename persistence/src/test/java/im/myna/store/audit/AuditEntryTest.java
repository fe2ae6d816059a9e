package im.myna.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEntryTest {
    @ParameterizedTest
    @CsvSource({
        "juliet@im.example.com,im.example.com",
        "Juliet@IM.example.com,im.example.com",
        "im.example.com,im.example.com",
        "the server,''",
        "'',''"
    })
    void theDomainIsThatOfTheSubject(String subject, String domain) {
        assertThat(new AuditEntry(0, Instant.EPOCH, "admin", "::1", "lock", subject, "", "").domain())
                .isEqualTo(domain);
    }

    @Test
    void aTextIsCutBetweenLettersAndNotWithinOne() {
        assertThat(AuditEntry.cut("abc", 3)).isEqualTo("abc");
        assertThat(AuditEntry.cut("abcd", 3)).isEqualTo("abc");
        assertThat(AuditEntry.cut("ab\uD83C\uDFADd", 3)).isEqualTo("ab");
        assertThat(AuditEntry.cut("a\uD83C\uDFADd", 3)).isEqualTo("a\uD83C\uDFAD");
    }

    @Test
    void whatNoTableHoldsIsReplaced() {
        assertThat(AuditEntry.cut("a\0b", 3)).isEqualTo("a\uFFFDb");
    }
}
