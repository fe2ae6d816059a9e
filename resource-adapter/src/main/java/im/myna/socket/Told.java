package im.myna.socket;

import im.myna.settings.AdapterMXBean;
import im.myna.settings.LiveSettings;
import im.myna.settings.Sources;
import im.myna.socket.tls.Certificates;
import im.myna.socket.tls.Provision;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;

/** Hears what is changed while the server runs. */
record Told(Sources sources, LiveSettings live, Certificates certificates) implements AdapterMXBean {
    @Override
    public void change(Map<String, String> changed) {
        live.become(sources.with(changed));
    }

    @Override
    public Map<String, String> getCertificates() {
        return certificates.shown();
    }

    @Override
    public Map<String, String> getCertificateFiles() {
        return certificates.files();
    }

    @Override
    public void install(String domain, String chain, String key) throws IOException {
        try {
            certificates.use(domain, Provision.keep(live.now(), domain, chain, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void check(String domain, String chain, String key) throws IOException {
        try {
            Provision.check(live.now(), domain, chain, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void keep(String domain, String chain, String key) throws IOException {
        check(domain, chain, key);
        Provision.lay(live.now(), domain, chain, key);
    }

    @Override
    public void renew() {
        certificates.refresh();
    }
}
