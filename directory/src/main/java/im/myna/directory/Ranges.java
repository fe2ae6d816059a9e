package im.myna.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Many values of one attribute. Active Directory gives 1,500, and says where to go on: "member;range=0-1499". */
final class Ranges {
    private static final Pattern RANGE = Pattern.compile("(?i)([a-z0-9-]+);range=([0-9]{1,9})-([0-9]{1,9}|\\*)");
    /** Of one attribute. */
    private static final int MOST = 1_000_000;

    private final Searches searches;

    Ranges(Searches searches) {
        this.searches = searches;
    }

    List<String> values(SearchResultEntry entry, String attribute) {
        var values = new ArrayList<>(Finder.values(entry, attribute));
        var part = part(entry, attribute);
        while (part.isPresent() && values.size() < MOST) {
            var some = List.of(part.get().getValues());
            values.addAll(some);
            var range = RANGE.matcher(part.get().getName());
            if (some.isEmpty() || !range.matches() || range.group(3).equals("*")) {
                break;
            }
            var next = attribute + ";range=" + values.size() + "-*";
            part = part(searches.asked(connection -> read(connection, entry.getDN(), next)), attribute);
        }
        return values;
    }

    private static Optional<Attribute> part(SearchResultEntry entry, String attribute) {
        return entry.getAttributes().stream()
                .filter(each -> {
                    var range = RANGE.matcher(each.getName());
                    return range.matches() && range.group(1).equalsIgnoreCase(attribute);
                })
                .findFirst();
    }

    private static SearchResultEntry read(LDAPConnection connection, String dn, String attribute) throws LDAPException {
        var any = Filter.createPresenceFilter("objectClass");
        var found = connection
                .search(new SearchRequest(dn, SearchScope.BASE, any, attribute))
                .getSearchEntries();
        if (found.isEmpty()) {
            throw new LDAPException(ResultCode.NO_SUCH_OBJECT, "the group has gone while it was read");
        }
        return found.get(0);
    }
}
