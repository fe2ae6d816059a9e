package im.myna.store.offline;

import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record LetterKey(
        AccountKey owner,
        @Column(name = "number", nullable = false) long number) {}
