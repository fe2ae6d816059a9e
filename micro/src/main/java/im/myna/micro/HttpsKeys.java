package im.myna.micro;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The keys of HTTPS, which can be replaced while the server runs: it asks for them at every handshake. Payara finds them by the name
 * of an algorithm, which a security provider of ours offers.
 */
final class HttpsKeys extends X509ExtendedKeyManager {
    /** What Payara is told to use. */
    static final String ALGORITHM = "MynaRenewable";

    private record Entry(X509Certificate[] chain, PrivateKey key) {}

    private volatile Map<String, Entry> entries = Map.of();

    /** From now on these. */
    void use(KeyStore store, char[] password) throws GeneralSecurityException {
        var read = new HashMap<String, Entry>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                var chain = List.of(store.getCertificateChain(alias)).stream()
                        .map(X509Certificate.class::cast)
                        .toArray(X509Certificate[]::new);
                read.put(alias, new Entry(chain, (PrivateKey) store.getKey(alias, password)));
            }
        }
        entries = Map.copyOf(read);
    }

    /** Makes them known to the server. */
    void offer() {
        Security.addProvider(new Offer(this));
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        var entry = entries.get(alias);
        return entry == null ? null : entry.chain().clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        var entry = entries.get(alias);
        return entry == null ? null : entry.key();
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
        return new ArrayList<>(entries.keySet()).toArray(String[]::new);
    }

    /** The server chooses by itself: it was told the nickname. */
    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
        return null;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        return null;
    }

    private static final class Offer extends Provider {
        private static final long serialVersionUID = 1L;

        Offer(HttpsKeys keys) {
            super("Myna", "1", "the keys of HTTPS, which can be replaced");
            putService(new Service(this, "KeyManagerFactory", ALGORITHM, Factory.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Factory(keys);
                }
            });
        }
    }

    private static final class Factory extends KeyManagerFactorySpi {
        private final HttpsKeys keys;

        Factory(HttpsKeys keys) {
            this.keys = keys;
        }

        /** The store was read before; it is only the one of the start. */
        @Override
        protected void engineInit(KeyStore store, char[] password) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {keys};
        }
    }
}
