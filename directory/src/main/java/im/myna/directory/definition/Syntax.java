package im.myna.directory.definition;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.regex.Pattern;

/** What LDAP understands of a text. */
final class Syntax {
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9;-]{0,99}");

    private Syntax() {}

    static DN name(Key key, String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new DefinitionException(key.title(), "'" + text + "' is no distinguished name");
        }
    }

    static String attribute(Key key, String text) {
        if (!ATTRIBUTE.matcher(text).matches()) {
            throw new DefinitionException(key.title(), "'" + text + "' is no name of an attribute");
        }
        return text;
    }

    static Filter filter(Key key, String text) {
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new DefinitionException(key.title(), "'" + text + "' is no filter");
        }
    }
}
