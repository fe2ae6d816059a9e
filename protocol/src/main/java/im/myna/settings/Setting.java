package im.myna.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All that can be set, as people meet it: name, default, what is allowed, what it is good for. */
public enum Setting {
    DOMAIN("myna.domain", Kind.DOMAINS, "localhost", "The domains this server answers for; the first is the main one."),
    ADDRESS("myna.address", Kind.ADDRESS, "", "The address on which every port listens."),
    DATA(
            "myna.data",
            Kind.FOLDER,
            "./data",
            "The folder of everything the server keeps; only its owner should read it."),
    PORT_CLIENT("myna.port.client", Kind.PORT, "5222", "Clients by TCP, STARTTLS (RFC 6120)."),
    PORT_CLIENT_TLS("myna.port.client-tls", Kind.PORT, "5223", "Clients by TCP, TLS from the first byte (XEP-0368)."),
    PORT_SERVER("myna.port.server", Kind.PORT, "0", "Other servers, STARTTLS; usually 5269. Not served yet."),
    PORT_SERVER_TLS("myna.port.server-tls", Kind.PORT, "0", "Other servers, direct TLS; usually 5270. Not served yet."),
    PORT_COMPONENT("myna.port.component", Kind.PORT, "0", "External components; usually 5275. Not served yet."),
    PORT_HTTP("myna.port.http", Kind.PORT, "8080", "Browsers, plain."),
    PORT_HTTPS("myna.port.https", Kind.PORT, "8443", "Browsers, TLS."),
    ADMIN_PORT(
            "myna.admin.port",
            Kind.PORT,
            "0",
            "The only port on which administrators find /admin and /api, TLS; 0: the ports of all browsers."),
    ADMIN_ADDRESS("myna.admin.address", Kind.ADDRESS, "", "The address on which that port listens."),
    ADMIN_NETWORKS(
            "myna.admin.networks",
            Kind.NETWORKS,
            "0.0.0.0/0, ::/0",
            "From where /admin and /api are to be found; for all others they do not exist."),
    ADMIN_PASSWORD(
            "myna.admin.password",
            Kind.SECRET,
            "",
            "The password of admin@DOMAIN when the first start makes that account; nothing: a random one, printed once."),
    TLS_REQUIRED("myna.tls.required", Kind.SWITCH, "true", "Whether a client must encrypt before it may log in."),
    TLS_CERTIFICATE(
            "myna.tls.certificate",
            Kind.FILES,
            "",
            "The certificate chain, PEM, read again when it changes; nothing: one that signs itself, kept in the data folder."),
    TLS_KEY("myna.tls.key", Kind.FILES, "", "The private key of the certificate, PEM, without password."),
    TLS_CLIENT_AUTHORITIES(
            "myna.tls.client-authorities",
            Kind.FILE,
            "",
            "Authorities, PEM, whose certificates clients may log in with (SASL EXTERNAL); nothing: no such log-in."),
    REGISTRATION("myna.registration", Kind.REGISTRATION, "closed", "Whether strangers may make accounts (XEP-0077)."),
    DB_URL("myna.db.url", Kind.TEXT, "", "The JDBC address of the database; nothing: an H2 file in the data folder."),
    DB_USER("myna.db.user", Kind.TEXT, "", "The database's user."),
    DB_PASSWORD("myna.db.password", Kind.SECRET, "", "The database's password."),
    DB_CLASS(
            "myna.db.class",
            Kind.TEXT,
            "",
            "The class of the data source; nothing: found by the address (H2, PostgreSQL)."),
    LOGIN_THROTTLE(
            "myna.login.throttle",
            Kind.SWITCH,
            "true",
            "Whether whoever guesses passwords has to wait longer and longer; an account is never locked."),
    LOGIN_CONFLICT(
            "myna.login.conflict", Kind.CONFLICT, "newer", "Which session stays when two want the same resource."),
    LOGIN_RETRIES(
            "myna.login.retries", Kind.RETRIES, "3", "Failed log-ins that a connection survives (RFC 6120, 6.4.5)."),
    LOGIN_ITERATIONS(
            "myna.login.iterations",
            Kind.ITERATIONS,
            "10000",
            "SCRAM iterations of passwords set from now on; more make a stolen database harder to guess from, and logging in slower."),
    SEE_OTHER_HOST(
            "myna.see-other-host", Kind.HOST, "", "Sends every client to that host instead (RFC 6120, 4.9.3.19)."),
    WEB_URL(
            "myna.web.url",
            Kind.URL,
            "",
            "Where browsers find this server, when that is a front of the house; nothing: the domain and the port."),
    WEB_ORIGINS(
            "myna.web.origins",
            Kind.ORIGINS,
            "",
            "Web sites whose pages may connect, besides the pages of this server."),
    WEB_PROXIES(
            "myna.web.proxies",
            Kind.NETWORKS,
            "",
            "Reverse proxies whose X-Forwarded-For, -Proto and -Host are believed."),
    WEB_PING_SECONDS(
            "myna.web.ping-seconds",
            Kind.COUNT,
            "45",
            "A WebSocket that is silent for so long is asked for a sign of life; without one for as long again, it is cut."),
    WEB_REQUEST_SECONDS(
            "myna.web.request-seconds", Kind.COUNT, "30", "What an HTTP request may take to come in, header and body."),
    WEB_MONITORS(
            "myna.web.monitors",
            Kind.NETWORKS,
            "127.0.0.0/8, ::1",
            "Who may read /metrics and /health; for all others they do not exist."),
    CONTACT_ABUSE("myna.contact.abuse", Kind.URIS, "", "Whom to tell of abuse (XEP-0157)."),
    CONTACT_ADMIN("myna.contact.admin", Kind.URIS, "", "Whom to ask who runs the server (XEP-0157)."),
    CONTACT_FEEDBACK("myna.contact.feedback", Kind.URIS, "", "Where to say what is good and what is not (XEP-0157)."),
    CONTACT_SALES("myna.contact.sales", Kind.URIS, "", "Whom to ask about offers (XEP-0157)."),
    CONTACT_SECURITY("myna.contact.security", Kind.URIS, "", "Whom to tell of weaknesses (XEP-0157)."),
    CONTACT_STATUS("myna.contact.status", Kind.URIS, "", "Where the state of the server is told (XEP-0157)."),
    CONTACT_SUPPORT("myna.contact.support", Kind.URIS, "", "Whom to ask for help (XEP-0157)."),
    TRACING_COLLECTOR(
            "myna.tracing.collector",
            Kind.URL,
            "",
            "Who is told by OpenTelemetry's protocol (OTLP by HTTP) what becomes of the stanzas of users who are traced."),
    STANZA_BYTES("myna.limits.stanza-bytes", Kind.COUNT, "262144", "The largest stanza."),
    STANZA_BYTES_UNAUTHENTICATED(
            "myna.limits.stanza-bytes-unauthenticated", Kind.COUNT, "16384", "The same before the log-in."),
    DEPTH("myna.limits.depth", Kind.COUNT, "100", "Elements within elements in a stanza."),
    ATTRIBUTES("myna.limits.attributes", Kind.COUNT, "100", "Attributes and namespace declarations of one element."),
    ELEMENTS("myna.limits.elements", Kind.COUNT, "10000", "Elements in one stanza."),
    BYTES_PER_SECOND(
            "myna.limits.bytes-per-second",
            Kind.COUNT,
            "262144",
            "What a connection may send for long; beyond, it is read slower."),
    BYTES_BURST(
            "myna.limits.bytes-burst",
            Kind.COUNT,
            "1048576",
            "What a connection may send at once before it is slowed down."),
    LOGIN_SECONDS("myna.limits.login-seconds", Kind.COUNT, "30", "From the connection to the end of the log-in."),
    IDLE_SECONDS("myna.limits.idle-seconds", Kind.COUNT, "3600", "Silence after which a connection is given up."),
    CONNECTIONS_PER_ADDRESS(
            "myna.limits.connections-per-address", Kind.COUNT, "1000", "Connections from one IP address."),
    OUTPUT_BYTES("myna.limits.output-bytes", Kind.COUNT, "4194304", "What may wait for a client that does not read."),
    RESOURCES_PER_ACCOUNT("myna.limits.resources-per-account", Kind.COUNT, "20", "Sessions of one account."),
    ROSTER_ITEMS("myna.limits.roster-items", Kind.COUNT, "2000", "Contacts of one account."),
    OFFLINE_MESSAGES("myna.limits.offline-messages", Kind.COUNT, "1000", "Messages kept for one account that is away."),
    VCARD(
            "myna.limits.vcard",
            Kind.COUNT,
            "196608",
            "Bytes of a vCard, the photo in it included; more than the largest stanza does not come in."),
    REGISTRATIONS_PER_ADDRESS(
            "myna.limits.registrations-per-address", Kind.COUNT, "5", "Accounts made from one IP address in a day.");

    /** Those that are looked up each time; the others are needed before the database can be asked, or only then. */
    private static final Set<Setting> LIVE = EnumSet.range(STANZA_BYTES, REGISTRATIONS_PER_ADDRESS);

    static {
        LIVE.addAll(EnumSet.of(
                TLS_REQUIRED,
                REGISTRATION,
                LOGIN_THROTTLE,
                LOGIN_CONFLICT,
                LOGIN_RETRIES,
                LOGIN_ITERATIONS,
                SEE_OTHER_HOST,
                WEB_URL,
                WEB_ORIGINS,
                WEB_PROXIES,
                WEB_PING_SECONDS,
                WEB_MONITORS));
    }

    private final String key;
    private final Kind kind;
    private final String fallback;
    private final String description;

    Setting(String key, Kind kind, String fallback, String description) {
        this.key = key;
        this.kind = kind;
        this.fallback = fallback;
        this.description = description;
    }

    /** Its name in the file; the environment variable is the same in capitals, every other character an underscore. */
    public String key() {
        return key;
    }

    /** What is allowed, for people. */
    public String allowed() {
        return kind.allowed();
    }

    /** What holds when nothing is said; empty for nothing. */
    public String fallback() {
        return fallback;
    }

    /** One line. */
    public String description() {
        return description;
    }

    /** What kind of value it has, in a word, such as "switch" or "networks". */
    public String type() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** All values that there are; empty when they cannot be counted. */
    public List<String> choices() {
        return kind.choices();
    }

    /** Whether it can be changed while the server runs. Connections that are there already may keep what they came in with. */
    public boolean live() {
        return LIVE.contains(this);
    }

    /** True for what no log may show. */
    public boolean secret() {
        return kind == Kind.SECRET;
    }
}
