package im.myna.micro.http;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Ends a connection whose request does not come in in time, header and body; Grizzly's own timeout only measures silence. Payara
 * finds this as its add-on "websocket", in place of Grizzly's own, which serves no servlets. Refuses as well what is no address ({@link Spelling}).
 */
public final class RequestDeadline implements AddOn {
    private static final Attribute<Future<?>> DEADLINE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("im.myna.micro.http.RequestDeadline");
    private static final Attribute<Boolean> UPGRADED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("im.myna.micro.http.RequestDeadline.upgraded");

    /** One thread for all listeners; it only closes. Holds one entry for each request that is coming in. */
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "myna-request-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private static final int SWITCHING_PROTOCOLS = 101;

    private long seconds;

    /** Called by Payara, with the setting {@code websockets-timeout-seconds}. */
    public void setTimeoutInSeconds(long theSeconds) {
        seconds = theSeconds;
    }

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder chain) {
        int codec = chain.indexOfType(HttpServerFilter.class);
        if (codec >= 0) {
            chain.add(codec + 1, new Spelling());
        }
        if (seconds > 0 && codec >= 0) {
            chain.add(codec + 1, new Whole());
            chain.add(codec, new Begun(seconds));
        }
    }

    /** Stands before the decoder: a byte came. */
    private static final class Begun extends BaseFilter {
        private final long seconds;

        Begun(long seconds) {
            this.seconds = seconds;
        }

        @Override
        public NextAction handleRead(FilterChainContext context) throws IOException {
            Connection<?> connection = context.getConnection();
            if (DEADLINE.get(connection) == null && UPGRADED.get(connection) == null) {
                DEADLINE.set(connection, TIMER.schedule(connection::closeSilently, seconds, TimeUnit.SECONDS));
            }
            return context.getInvokeAction();
        }

        @Override
        public NextAction handleClose(FilterChainContext context) throws IOException {
            met(context.getConnection());
            return context.getInvokeAction();
        }
    }

    /** Stands behind the decoder: a header is there, or a part of a body. */
    private static final class Whole extends BaseFilter {
        @Override
        public NextAction handleRead(FilterChainContext context) throws IOException {
            if (context.getMessage() instanceof HttpContent content) {
                Connection<?> connection = context.getConnection();
                boolean upgrade = content.getHttpHeader() instanceof HttpRequestPacket request && request.isUpgrade();
                if (upgrade || content.isLast()) {
                    met(connection);
                }
            }
            return context.getInvokeAction();
        }

        /** What comes after such an answer is no request any more; a wish for it alone changes nothing. */
        @Override
        public NextAction handleWrite(FilterChainContext context) throws IOException {
            if (context.getMessage() instanceof HttpPacket packet
                    && packet.getHttpHeader() instanceof HttpResponsePacket response
                    && response.getStatus() == SWITCHING_PROTOCOLS) {
                UPGRADED.set(context.getConnection(), true);
                met(context.getConnection());
            }
            return context.getInvokeAction();
        }
    }

    private static void met(Connection<?> connection) {
        var deadline = DEADLINE.remove(connection);
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
