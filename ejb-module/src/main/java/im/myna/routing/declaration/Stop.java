package im.myna.routing.declaration;

/** Where a message on its way may be seen and changed, in this order; the only place where order is decided. */
public enum Stop {
    /** Refuse it (XEP-0191). First: what is blocked leaves no trace. */
    SCREEN,
    /** Give it its lasting identity (XEP-0359). Before ARCHIVE, which is asked by that identity. */
    STAMP,
    /** Remember it (XEP-0313). Before COPY, or copies are kept twice. */
    ARCHIVE,
    /** Show it to the user's other clients (XEP-0280). */
    COPY,
    /** Keep it for later (XEP-0160, XEP-0357). Last, and only for what nobody receives now. */
    KEEP
}
