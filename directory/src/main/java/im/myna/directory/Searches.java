package im.myna.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import im.myna.directory.connection.Connections;
import im.myna.directory.connection.UnavailableException;
import im.myna.directory.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks a directory for entries, few at once or page by page. What it refuses to answer is as if it were away. */
final class Searches {
    /** Of all pages of one answer: who has more is not meant by this server. */
    private static final int MOST = 1_000_000;

    /** An attribute that is none: only the names of entries come (RFC 4511, 4.5.1.8). */
    static final String NO_ATTRIBUTES = "1.1";

    private final Definition definition;
    private final Connections connections;

    Searches(Definition definition, Connections connections) {
        this.definition = definition;
        this.connections = connections;
    }

    /** Where to look for what. */
    record Wanted(List<DN> bases, SearchScope scope, Filter filter, List<String> attributes) {
        /** One entry, if the filter fits. */
        static Wanted of(DN entry, Filter filter, List<String> attributes) {
            return new Wanted(List.of(entry), SearchScope.BASE, filter, attributes);
        }
    }

    /**
     * The first ones.
     *
     * @param most more than these are not kept, whatever the directory sends
     */
    List<SearchResultEntry> few(Wanted wanted, int most) {
        var found = new ArrayList<SearchResultEntry>();
        var listener = new Listener(entry -> {
            if (found.size() < most) {
                found.add(entry);
            }
        });
        for (var base : wanted.bases()) {
            if (found.size() < most) {
                asked(connection -> limited(connection, request(wanted, base, most, listener)));
            }
        }
        return found;
    }

    /** There are more than were asked for, or there is nothing in that place: an answer like others. */
    private static boolean limited(LDAPConnection connection, SearchRequest request) throws LDAPException {
        try {
            connection.search(request);
        } catch (LDAPException e) {
            boolean nothing = e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                    && request.getScope().equals(SearchScope.BASE);
            if (!nothing && !e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                throw e;
            }
        }
        return true;
    }

    /** All of them (RFC 2696), one page after the other, to whoever takes them; who keeps them knows how many he can keep. */
    void all(Wanted wanted, Consumer<SearchResultEntry> taker) {
        for (var base : wanted.bases()) {
            asked(connection -> paged(connection, wanted, base, taker));
        }
    }

    private boolean paged(LDAPConnection connection, Wanted wanted, DN base, Consumer<SearchResultEntry> taker)
            throws LDAPException {
        var listener = new Listener(taker);
        // Good for the connection that it was given to, and no other.
        var cookie = new ASN1OctetString();
        do {
            var request = request(wanted, base, 0, listener);
            request.addControl(
                    new SimplePagedResultsControl(definition.patience().page(), cookie, false));
            var answer = SimplePagedResultsControl.get(connection.search(request));
            cookie = answer == null ? new ASN1OctetString() : answer.getCookie();
        } while (cookie.getValueLength() > 0);
        return true;
    }

    private SearchRequest request(Wanted wanted, DN base, int most, SearchResultListener listener) {
        var aliases = definition.reach().aliases() ? DereferencePolicy.ALWAYS : DereferencePolicy.NEVER;
        var attributes = wanted.attributes().toArray(String[]::new);
        return new SearchRequest(
                listener, base.toString(), wanted.scope(), aliases, most, 0, false, wanted.filter(), attributes);
    }

    /** Any question, of those who know what to do with an answer. */
    <T> T asked(Connections.Question<T> question) {
        try {
            return connections.search(question);
        } catch (LDAPException e) {
            throw new UnavailableException("it refuses to answer: " + Connections.words(e), e);
        }
    }

    private static final class Listener implements SearchResultListener {
        private final Consumer<SearchResultEntry> taker;
        private int count;

        Listener(Consumer<SearchResultEntry> taker) {
            this.taker = taker;
        }

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            if (++count > MOST) {
                throw new UnavailableException("it answers with more than " + MOST + " entries");
            }
            taker.accept(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            // Ignored, or followed by the library before.
        }
    }
}
