package im.myna.entry;

import im.myna.routing.Errand;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that a stream does in its turn. */
interface Work {
    /** Asked again, on a worker, until it is done. */
    Progress run(boolean mayBlock);

    /** How far it came: done, or to be asked again, then on a worker. */
    record Progress(boolean done, Duration delay) {
        static final Progress DONE = new Progress(true, Duration.ZERO);
        static final Progress BLOCKS = new Progress(false, Duration.ZERO);

        static Progress of(boolean done) {
            return done ? DONE : BLOCKS;
        }
    }

    /** An errand that begins when its turn comes, if there is one then. */
    final class Going implements Work {
        private final Supplier<Optional<Errand>> beginning;
        private Optional<Errand> errand = Optional.empty();
        private boolean begun;

        Going(Supplier<Optional<Errand>> beginning) {
            this.beginning = beginning;
        }

        @Override
        public Progress run(boolean mayBlock) {
            if (!begun) {
                begun = true;
                errand = beginning.get();
            }
            return Progress.of(errand.map(started -> started.run(mayBlock)).orElse(true));
        }
    }
}
