package im.myna.discovery;

import im.myna.form.Form;
import java.util.Optional;

/** What else a domain tells of itself, as a form (XEP-0128). Must not block. */
public interface Extension {
    /** Empty when there is nothing to tell. */
    Optional<Form> of(String domain);
}
