package im.myna.benchmark.measure;

/**
 * The memory that a server holds, in bytes.
 *
 * @param live objects on the heap of a Java server, after a collection; else 0
 * @param other everything else that is in memory; of a Java server without its heap
 */
public record Memory(long live, long other) {
    /** As it is now. */
    public static Memory of(ServerProcess server) {
        long java = server.java();
        if (java == 0) {
            return new Memory(0, server.resident());
        }
        var heap = JavaHeap.collected(java);
        return new Memory(heap.used(), server.resident() - heap.resident(ServerProcess.text(java, "smaps")));
    }

    public long total() {
        return live + other;
    }
}
