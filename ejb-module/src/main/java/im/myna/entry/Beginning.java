package im.myna.entry;

import im.myna.adjustment.Adjustments;
import im.myna.administration.heritage.Heritage;
import im.myna.administration.heritage.OwnersFolder;
import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.Settings;
import im.myna.store.Migration;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.store.account.Search;
import im.myna.store.measure.Pool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;

/** What happens before anybody is let in: the tables are brought up to date, and the first start makes an account. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/myna",
        className = "${MPCONFIG=myna.db.class:org.h2.jdbcx.JdbcDataSource}",
        url = "${MPCONFIG=myna.db.url:jdbc:h2:file:./data/myna;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE}",
        user = "${MPCONFIG=myna.db.user:}",
        password = "${MPCONFIG=myna.db.password:}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = Pool.SIZE,
        properties = {
            // A database that was away has left connections behind that are none any more. Looked at when they were not
            // used for a second, and all of them thrown away when one is broken.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
public class Beginning {
    private static final System.Logger LOG = System.getLogger(Beginning.class.getName());

    // Without those that look like another.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    @Inject
    private Migration migration;

    @Inject
    private Adjustments adjustments;

    @Inject
    private Heritage heritage;

    @Inject
    private AccountStore accounts;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Streams streams;

    @PostConstruct
    void begin() {
        migration.run();
        adjustments.load();
        heritage.settle();
        var domain = settings.domains().get(0);
        if (accounts.count(Search.in(domain)) == 0) {
            makeFirst(Jid.of("admin", domain, ""));
        }
    }

    /** Returns when all that is done. */
    public void await() {
        // Whoever calls a singleton waits until it is initialized.
    }

    /** Before the doors are closed: the container ends the start-up beans first, then those that hear what comes in. */
    @PreDestroy
    void end() {
        streams.shutDown();
    }

    private void makeFirst(Jid jid) {
        var password = settings.adminPassword().isEmpty() ? random() : settings.adminPassword();
        accounts.add(new Account(
                jid, Role.ADMIN, ScramVerifier.all(password, settings.login().iterations()), clock.instant()));
        if (settings.adminPassword().isEmpty()) {
            try {
                var file = new OwnersFolder(settings.data())
                        .write("first-password", jid + ", password " + password + "\n");
                LOG.log(Level.INFO, "first account jid={0} password-file={1}", jid, file);
            } catch (IOException e) {
                throw new UncheckedIOException("the first account's password cannot be told", e);
            }
        }
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }
}
