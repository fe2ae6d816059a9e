package im.myna.administration.setup;

import im.myna.administration.RefusedException;

/** It cannot be chosen like that. */
public class WrongChoiceException extends RefusedException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** The domain is no domain name. */
        DOMAIN,
        /** The certificate is no good; the detail says why. */
        CERTIFICATE,
        /** The settings say where the certificate is. */
        CERTIFICATE_TOLD,
        /** The name of the account is no name. */
        NAME,
        /** The password has characters that none may have. */
        UNTYPABLE,
        /** The password is too short. */
        SHORT,
        /** The password has too few different characters, or is one that is guessed first. */
        SIMPLE,
        /** The password says the name or the domain. */
        TELLING
    }

    private final Fault fault;
    private final String field;

    WrongChoiceException(Fault fault, String field, String text) {
        super(Reason.INVALID, text);
        this.fault = fault;
        this.field = field;
    }

    public Fault fault() {
        return fault;
    }

    /** Where it was typed in. */
    public String field() {
        return field;
    }
}
