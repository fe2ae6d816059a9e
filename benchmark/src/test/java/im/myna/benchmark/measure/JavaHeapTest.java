package im.myna.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JavaHeapTest {
    private static final String SERIAL = """
            1234:
             def new generation   total 9792K, used 100K [0x0000000080000000, 0x0000000080aa0000, 0x0000000095550000)
              eden space 8704K,   1% used [0x0000000080000000, 0x0000000080019000, 0x0000000080880000)
             tenured generation   total 21888K, used 900K [0x0000000095550000, 0x0000000096ab0000, 0x00000000c0000000)
               the space 21888K,   4% used [0x0000000095550000, 0x0000000095631000, 0x0000000095631000, 0x0000000096ab0000)
             Metaspace       used 200K, committed 384K, reserved 1114112K
            """;
    private static final String G1 = """
            1234:
             garbage-first heap   total 258048K, used 5432K [0x0000000704c00000, 0x0000000800000000)
              region size 2048K, 1 young (2048K), 0 survivors (0K)
             Metaspace       used 200K, committed 384K, reserved 1114112K
            """;
    private static final String SMAPS = """
            80000000-80aa0000 rw-p 00000000 00:00 0
            Size:              10880 kB
            Rss:                 512 kB
            95550000-96ab0000 rw-p 00000000 00:00 0
            Rss:                1024 kB
            7f0000000000-7f0000100000 rw-p 00000000 00:00 0
            Rss:                4096 kB
            """;

    @Test
    void theSerialCollectorHasTwoGenerations() {
        var heap = JavaHeap.parse(SERIAL);
        assertThat(heap.used()).isEqualTo(1000 * 1024);
        assertThat(heap.ranges()).hasSize(2);
    }

    @Test
    void theGarbageFirstCollectorHasOneHeap() {
        assertThat(JavaHeap.parse(G1).used()).isEqualTo(5432 * 1024);
    }

    @Test
    void whatIsResidentOfTheHeapIsCountedByItsAddresses() {
        assertThat(JavaHeap.parse(SERIAL).resident(SMAPS)).isEqualTo((512 + 1024) * 1024);
    }

    @Test
    void aCollectorThatSaysItDifferentlyIsRefused() {
        assertThatThrownBy(() -> JavaHeap.parse("ZHeap used 20M, capacity 64M")).hasMessageContaining("ZHeap");
    }

    @Test
    void ourOwnHeapCanBeRead() {
        var heap = JavaHeap.collected(ProcessHandle.current().pid());
        var smaps = ServerProcess.text(ProcessHandle.current().pid(), "smaps");
        assertThat(heap.used()).isPositive();
        assertThat(heap.resident(smaps)).isPositive();
    }
}
