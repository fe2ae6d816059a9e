package im.myna.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditStore;
import im.myna.store.group.GroupStore;
import im.myna.store.inventory.Inventory;
import im.myna.store.offline.OfflineStore;
import im.myna.store.presence.LastPresenceStore;
import im.myna.store.roster.RosterStore;
import im.myna.store.secret.SecretStore;
import im.myna.store.setting.SettingStore;
import im.myna.store.token.TokenStore;
import im.myna.store.vcard.VCardStore;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoresExtensionTest {
    private static final Jid JULIET = Jid.of("juliet@im.example.com");

    private SeContainer container;

    /** Two stores in one transaction, as a bean of the application would use them. */
    @Stateless
    static class Registration {
        private final AccountStore accounts;

        @Inject
        Registration(AccountStore accounts) {
            this.accounts = accounts;
        }

        Registration() {
            this(null);
        }

        void addAndFail(Account account) {
            accounts.add(account);
            throw new IllegalStateException("after the first step");
        }
    }

    @BeforeEach
    void start() {
        container = new Weld()
                .disableDiscovery()
                .addBeanClass(Registration.class)
                .addExtension(new StoresExtension(Engine.H2))
                .initialize();
    }

    @AfterEach
    void stop() {
        container.close();
    }

    @Test
    void everyStoreCanBeInjected() {
        for (var store : List.of(
                AccountStore.class,
                RosterStore.class,
                OfflineStore.class,
                LastPresenceStore.class,
                VCardStore.class,
                SecretStore.class,
                TokenStore.class,
                AuditStore.class,
                GroupStore.class,
                SettingStore.class,
                Inventory.class)) {
            assertThat(container.select(store).get()).isNotNull();
        }
    }

    @Test
    void eachMethodIsATransaction() {
        var accounts = container.select(AccountStore.class).get();
        assertThat(accounts.add(juliet())).isTrue();
        assertThat(accounts.find(JULIET)).isPresent();
    }

    @Test
    void aMethodThatFailsLeavesNothingBehind() {
        var registration = container.select(Registration.class).get();
        assertThatThrownBy(() -> registration.addAndFail(juliet())).isInstanceOf(IllegalStateException.class);
        assertThat(container.select(AccountStore.class).get().find(JULIET)).isEmpty();
    }

    private static Account juliet() {
        return new Account(JULIET, Role.USER, List.of(), Instant.EPOCH);
    }
}
