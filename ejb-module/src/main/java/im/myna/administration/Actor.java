package im.myna.administration;

import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.Role;

/**
 * Who wants something done, and what he may.
 *
 * @param mayWrite false when he came with something that only lets him look
 * @param address from where he asks, for the chronicle
 */
public record Actor(Jid jid, Role role, boolean mayWrite, String address) {
    /** How far somebody may go. */
    public enum Power {
        /** Look at a domain. */
        SEE,
        /** Change something of a domain. */
        GOVERN,
        /** Change the server as a whole, or give somebody power. */
        GOVERN_ALL
    }

    /** Whether he may go that far, so that nobody is offered what he would be refused. */
    public boolean may(Power power, String domain) {
        boolean governs =
                role == Role.ADMIN || (role == Role.DOMAIN_ADMIN && jid.domain().equals(domain));
        return switch (power) {
            case SEE -> governs || role == Role.AUDITOR;
            case GOVERN -> governs && mayWrite;
            case GOVERN_ALL -> role == Role.ADMIN && mayWrite;
        };
    }

    /** Whether the whole server is his to look at. */
    public boolean seesAll() {
        return role == Role.ADMIN || role == Role.AUDITOR;
    }

    /** He looks at what concerns the server as a whole, and no domain in particular. */
    public void mustSeeServer() {
        if (role == Role.USER) {
            throw forbidden("this is for administrators");
        }
    }

    /** He looks at something of that domain. */
    public void mustSee(String domain) {
        mustSeeServer();
        if (!seesAll() && !jid.domain().equals(domain)) {
            throw new RefusedException(Reason.NOT_FOUND, "there is nothing at " + domain);
        }
    }

    /** He looks at what is not of one domain only. */
    public void mustSeeAll() {
        mustSeeServer();
        if (!seesAll()) {
            throw forbidden("this is for those who see the whole server");
        }
    }

    /** He changes something of that domain. */
    public void mustGovern(String domain) {
        mustSee(domain);
        mustWrite();
        if (role == Role.AUDITOR) {
            throw forbidden("an auditor changes nothing");
        }
    }

    /** He changes something of that account: whoever governs one domain does not govern those who see more than it. */
    public void mustGovern(Account account) {
        mustGovern(account.jid().domain());
        if (role != Role.ADMIN && account.role() != Role.USER && !account.jid().equals(jid)) {
            throw forbidden("only a server administrator changes the accounts of those who govern");
        }
    }

    /** He gives somebody power. */
    public void mustGovernAll() {
        mustSeeServer();
        mustWrite();
        if (role != Role.ADMIN) {
            throw forbidden("only a server administrator does that");
        }
    }

    void mustWrite() {
        if (!mayWrite) {
            throw forbidden("this token only reads");
        }
    }

    private static RefusedException forbidden(String text) {
        return new RefusedException(Reason.FORBIDDEN, text);
    }
}
