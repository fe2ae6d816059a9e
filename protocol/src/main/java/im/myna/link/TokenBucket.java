package im.myna.link;

/** How much may still be read: so many bytes a second, and some at once. */
public final class TokenBucket {
    private static final double SECOND = 1e9;

    private final double rate;
    private final double burst;
    private double tokens;
    private long filled;

    /**
     * @param rate bytes a second; 0 is unlimited
     * @param burst bytes at once
     */
    public TokenBucket(int rate, int burst, long now) {
        this.rate = rate;
        this.burst = burst == 0 ? Math.max(rate, 1) : burst;
        this.tokens = this.burst;
        this.filled = now;
    }

    /** Takes what was read, also more than there is. @return nanoseconds until the next read may come; 0 for at once */
    public long take(int bytes, long now) {
        if (rate == 0) {
            return 0;
        }
        tokens = Math.min(burst, tokens + (now - filled) * rate / SECOND) - bytes;
        filled = now;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens * SECOND / rate);
    }
}
