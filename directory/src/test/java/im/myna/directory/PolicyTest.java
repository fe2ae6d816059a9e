package im.myna.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PasswordExpiredControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import im.myna.directory.Verdict.Reason;
import im.myna.directory.connection.UnavailableException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of directory has its own words for "no". */
class PolicyTest {
    private static final ResultCode INVALID = ResultCode.INVALID_CREDENTIALS;

    private static Verdict verdict(ResultCode code, String text, Control... controls) {
        try (var town = new Town(new Judge(code, text, controls));
                var directory = town.directory()) {
            return directory.verdict("juliet", Town.PASSWORD);
        }
    }

    private static void isRefused(Reason reason, ResultCode code, String text, Control... controls) {
        assertThat(verdict(code, text, controls))
                .as(text)
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    @Test
    void activeDirectorySaysItByANumber() {
        Map.of(
                        "525", Reason.UNKNOWN,
                        "52e", Reason.WRONG,
                        "530", Reason.DISABLED,
                        "532", Reason.EXPIRED,
                        "533", Reason.DISABLED,
                        "701", Reason.DISABLED,
                        "773", Reason.EXPIRED,
                        "775", Reason.LOCKED)
                .forEach((data, reason) -> isRefused(
                        reason,
                        INVALID,
                        "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data " + data
                                + ", v4563"));
    }

    @Test
    void openLdapSaysItByAControl() {
        isRefused(Reason.LOCKED, INVALID, "", policy(DraftBeheraLDAPPasswordPolicy10ErrorType.ACCOUNT_LOCKED));
        isRefused(Reason.EXPIRED, INVALID, "", policy(DraftBeheraLDAPPasswordPolicy10ErrorType.PASSWORD_EXPIRED));
        isRefused(Reason.EXPIRED, INVALID, "", new PasswordExpiredControl());
    }

    @Test
    void whoMayOnlyChooseAnotherPasswordHasNotComeIn() {
        assertThat(Policy.reason(policy(DraftBeheraLDAPPasswordPolicy10ErrorType.CHANGE_AFTER_RESET)))
                .contains(Reason.EXPIRED);
        assertThat(Policy.reason()).isEmpty();
    }

    @Test
    void freeIpaSaysItByTheResult() {
        isRefused(
                Reason.DISABLED, ResultCode.UNWILLING_TO_PERFORM, "Account inactivated. Contact system administrator.");
        isRefused(Reason.LOCKED, ResultCode.CONSTRAINT_VIOLATION, "Exceed password retry limit. Please try later.");
    }

    @Test
    void whatIsNoAnswerIsNoRefusal() {
        for (var code : new ResultCode[] {ResultCode.UNAVAILABLE, ResultCode.BUSY, ResultCode.OTHER}) {
            assertThatThrownBy(() -> verdict(code, "not now")).isInstanceOf(UnavailableException.class);
        }
    }

    private static Control policy(DraftBeheraLDAPPasswordPolicy10ErrorType type) {
        return new DraftBeheraLDAPPasswordPolicy10ResponseControl(null, -1, type);
    }

    /** Says the same to everybody but the clerk. */
    private static final class Judge extends InMemoryOperationInterceptor {
        private final ResultCode code;
        private final String text;
        private final Control[] controls;

        Judge(ResultCode code, String text, Control... controls) {
            this.code = code;
            this.text = text;
            this.controls = controls;
        }

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            if (!code.equals(ResultCode.SUCCESS)
                    && !isClerk(request.getRequest().getBindDN())) {
                throw new LDAPException(code, text, null, null, controls);
            }
        }

        private static boolean isClerk(String dn) {
            return dn.equals(Town.CLERK);
        }
    }
}
