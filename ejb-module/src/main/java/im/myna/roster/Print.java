package im.myna.roster;

/** Numbers that are the same for the same things, in every run of the server, and hardly ever for others. */
final class Print {
    // FNV-1a, 64 bits.
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Print() {}

    static long of(String text) {
        long print = BASIS;
        for (int i = 0; i < text.length(); i++) {
            print = (print ^ text.charAt(i)) * PRIME;
        }
        return spread(print);
    }

    /** Of things one behind the other. */
    static long of(long before, long next) {
        return spread((before ^ next) * PRIME);
    }

    /** So that sums of prints are as good as prints (the finalizer of SplitMix64). */
    private static long spread(long print) {
        long mixed = (print ^ (print >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
