package im.myna.store.portable;

import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import java.time.Instant;

/** What this server keeps of an account besides, and XEP-0227 has no word for. */
public record Standing(Role role, Lock lock, Instant created) {}
