package im.myna.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a directory says of its own state, so that it can be seen whether anything was changed. */
final class Mark {
    private static final String USN = "highestCommittedUSN";
    private static final String SERVER = "dsServiceName";
    private static final String CONTEXTS = "namingContexts";
    private static final String CSN = "contextCSN";

    private Mark() {}

    /** Empty where there is nothing like that. */
    static String read(LDAPConnection connection) throws LDAPException {
        var root = Optional.ofNullable(connection.getEntry("", USN, SERVER, CONTEXTS));
        var usn = root.map(entry -> Finder.value(entry, USN)).orElse("");
        if (!usn.isEmpty()) {
            // Each server counts for itself.
            return root.map(entry -> Finder.value(entry, SERVER)).orElse("") + ' ' + usn;
        }
        return root.isEmpty() ? "" : contexts(connection, root.get());
    }

    private static String contexts(LDAPConnection connection, SearchResultEntry root) throws LDAPException {
        var marks = new ArrayList<String>();
        for (var context : Finder.values(root, CONTEXTS)) {
            var entry = Optional.ofNullable(connection.getEntry(context, CSN));
            var some = entry.map(found -> Finder.values(found, CSN)).orElseGet(List::of);
            if (some.isEmpty()) {
                // This one says nothing: then nobody knows whether it was changed.
                return "";
            }
            marks.addAll(some);
        }
        return String.join(" ", marks);
    }
}
