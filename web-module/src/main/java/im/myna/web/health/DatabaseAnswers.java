package im.myna.web.health;

import im.myna.entry.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the database answers, asked on a thread that streams would have to use as well: when all of these are stuck, the answer
 * is no. Nobody waits longer than three seconds, and there is one question at a time.
 */
@Readiness
@ApplicationScoped
public class DatabaseAnswers implements HealthCheck {
    private static final String NAME = "database";
    private static final int PATIENCE_SECONDS = 3;

    @Inject
    private DataSource source;

    @Inject
    private Workers workers;

    // Guarded by this; the one under way, or the last one.
    private CompletableFuture<String> question = CompletableFuture.completedFuture("");

    @Override
    public HealthCheckResponse call() {
        try {
            var product = ask().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return HealthCheckResponse.named(NAME)
                    .withData("product", product)
                    .up()
                    .build();
        } catch (TimeoutException e) {
            return down("no answer within " + PATIENCE_SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down("the server is stopping");
        } catch (ExecutionException e) {
            return down("not reachable");
        }
    }

    private synchronized CompletableFuture<String> ask() {
        if (question.isDone()) {
            question = CompletableFuture.supplyAsync(this::product, workers.executor());
        }
        return question;
    }

    private String product() {
        try (var connection = source.getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                throw new SQLException("the connection is broken");
            }
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).withData("reason", reason).down().build();
    }
}
