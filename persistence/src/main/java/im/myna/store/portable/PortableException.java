package im.myna.store.portable;

import jakarta.ejb.ApplicationException;

/** A file cannot be taken in; the message says where and why, for people. Nothing of the file is kept. */
@ApplicationException(rollback = true)
public class PortableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortableException(String text) {
        super(text, null, false, false);
    }
}
