package im.myna.settings;

import java.io.IOException;
import java.util.Map;

/** What the resource adapter can be told while it runs, as {@code im.myna:type=Adapter,*}: it shares no object with the application. */
public interface AdapterMXBean {
    /**
     * From now on these settings count more than what was told at the start. Connections that are there keep what they came in with.
     *
     * @param changed by key, all that are changed
     */
    void change(Map<String, String> changed);

    /** The certificate that is shown for each domain, PEM, without those who vouch for it. */
    // Named as JMX wants it.
    Map<String, String> getCertificates();

    /** The file in which that of each domain lies. */
    Map<String, String> getCertificateFiles();

    /**
     * From now on shows that certificate for the domain, and keeps it.
     *
     * @param chain PEM, the domain's own first
     * @param key PEM, without password
     * @throws IllegalArgumentException when it cannot be used; the message says why
     * @throws IOException when it cannot be kept
     */
    void install(String domain, String chain, String key) throws IOException;

    /**
     * Whether a certificate is good for a domain that need not be served yet.
     *
     * @throws IllegalArgumentException when it is not; the message says why
     */
    void check(String domain, String chain, String key) throws IOException;

    /**
     * Keeps a certificate for a domain that is served from the next start on.
     *
     * @throws IllegalArgumentException when it cannot be used; the message says why
     * @throws IOException when it cannot be kept
     */
    void keep(String domain, String chain, String key) throws IOException;

    /** Reads the files again that have changed, at once. */
    void renew();
}
