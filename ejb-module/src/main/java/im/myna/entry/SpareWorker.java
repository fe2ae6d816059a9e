package im.myna.entry;

import im.myna.administration.background.Spare;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** One of the workers, for what administrators need not wait for. */
@ApplicationScoped
public class SpareWorker implements Spare {
    @Inject
    private Workers workers;

    @Override
    public void execute(Runnable work) {
        workers.executor().execute(work);
    }
}
