package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    private Path data;

    @Test
    void aFolderBelongsToOneAtATime() throws IOException {
        try (var first = DataLock.claim(data)) {
            assertThat(first.channel().isOpen()).isTrue();
            assertThatThrownBy(() -> DataLock.claim(data))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("another Myna is running, starting or stopping with " + data);
        }
        try (var next = DataLock.claim(data)) {
            assertThat(next.channel().isOpen()).isTrue();
        }
    }
}
