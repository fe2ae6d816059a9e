package im.myna.store.setting;

import java.time.Instant;

/**
 * A setting that is not as it was told at the start.
 *
 * @param key of at most 100 characters
 * @param value of at most 4000 characters
 * @param who changed it last
 */
public record ChangedSetting(String key, String value, String who, Instant at) {
    /** The longest value that is kept. */
    public static final int LONGEST = 4000;
}
