package im.myna.administration.container;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** The container lets nobody over it who governs nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Threshold {
    @Resource
    private SessionContext context;

    /** @return how the container calls him who asks */
    @RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
    public String cross() {
        return context.getCallerPrincipal().getName();
    }
}
