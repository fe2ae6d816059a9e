package im.myna.directory;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.PasswordExpiredControl;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ErrorType;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10ResponseControl;
import im.myna.directory.Verdict.Reason;
import im.myna.directory.connection.Connections;
import im.myna.directory.connection.UnavailableException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a directory refused somebody: each says it in its own way. */
final class Policy {
    /** Active Directory's: a number behind "data", hexadecimal. */
    private static final Pattern DATA = Pattern.compile("\\bdata ([0-9a-f]{2,4})\\b");

    private static final Map<String, Reason> REASONS = Map.of(
            "525", Reason.UNKNOWN,
            "52e", Reason.WRONG,
            "530", Reason.DISABLED,
            "531", Reason.DISABLED,
            "532", Reason.EXPIRED,
            "533", Reason.DISABLED,
            "701", Reason.DISABLED,
            "773", Reason.EXPIRED,
            "775", Reason.LOCKED);

    private Policy() {}

    /** Of a bind that did not succeed; empty when that was the directory's fault. */
    static Optional<Reason> reason(LDAPException refused) {
        var byControl = reason(refused.getResponseControls());
        if (byControl.isPresent()) {
            return byControl;
        }
        var text = refused.getDiagnosticMessage() == null ? "" : refused.getDiagnosticMessage();
        return switch (refused.getResultCode().intValue()) {
            case ResultCode.INVALID_CREDENTIALS_INT_VALUE ->
                Optional.of(data(text.toLowerCase(Locale.ROOT)).orElse(Reason.WRONG));
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE, ResultCode.INAPPROPRIATE_AUTHENTICATION_INT_VALUE ->
                Optional.of(Reason.WRONG);
            // 389 Directory Server, and FreeIPA: too many guesses, and an account that was inactivated.
            case ResultCode.CONSTRAINT_VIOLATION_INT_VALUE -> Optional.of(Reason.LOCKED);
            case ResultCode.UNWILLING_TO_PERFORM_INT_VALUE, ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
                Optional.of(Reason.DISABLED);
            default -> Optional.empty();
        };
    }

    private static Optional<Reason> data(String text) {
        var matcher = DATA.matcher(text);
        return matcher.find() ? Optional.ofNullable(REASONS.get(matcher.group(1))) : Optional.empty();
    }

    /** Also of a bind that succeeded: who only came in to choose another password has not come in. */
    static Optional<Reason> reason(Control... controls) {
        return Arrays.stream(controls).flatMap(control -> one(control).stream()).findFirst();
    }

    private static Optional<Reason> one(Control control) {
        if (control instanceof PasswordExpiredControl) {
            return Optional.of(Reason.EXPIRED);
        }
        if (!control.getOID().equals(DraftBeheraLDAPPasswordPolicy10ResponseControl.PASSWORD_POLICY_RESPONSE_OID)) {
            return Optional.empty();
        }
        try {
            // The library has two classes for it, and gives whichever it thinks of.
            var policy = new DraftBeheraLDAPPasswordPolicy10ResponseControl(
                    control.getOID(), control.isCritical(), control.getValue());
            return Optional.ofNullable(policy.getErrorType())
                    .map(error -> error == DraftBeheraLDAPPasswordPolicy10ErrorType.ACCOUNT_LOCKED
                            ? Reason.LOCKED
                            : Reason.EXPIRED);
        } catch (LDAPException e) {
            throw new UnavailableException("its control cannot be read: " + Connections.words(e), e);
        }
    }
}
