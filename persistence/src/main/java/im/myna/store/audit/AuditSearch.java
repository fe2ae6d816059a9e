package im.myna.store.audit;

/**
 * Which entries are looked for; each part is empty for any.
 *
 * @param domain that of the subject
 * @param who as a whole, like the subject and the action
 */
public record AuditSearch(String domain, String who, String subject, String action) {
    /** All of them. */
    public static final AuditSearch ALL = new AuditSearch("", "", "", "");
}
