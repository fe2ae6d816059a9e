package im.myna.benchmark;

/** What can be asked for. */
enum Part {
    /** Log-ins per second. */
    LOGIN,
    /** Pairs chatting, closed loop. */
    CHAT,
    /** Latency at a fixed rate. */
    LATENCY,
    /** A presence that many watch. */
    PRESENCE,
    /** The chat among more and more sessions, and the memory of each of these. */
    GROWTH,
    /** The memory of an idle session. */
    IDLE,
    /** Users who come and go, and what stays behind. */
    CHURN
}
