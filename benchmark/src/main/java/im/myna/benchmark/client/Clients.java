package im.myna.benchmark.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** All clients of a run: one event loop, and the connections on it. */
public final class Clients implements AutoCloseable {
    private static final int LOGIN_SECONDS = 60;
    /** So many addresses of this machine share the connections, because each has some 28,000 ports for a server. */
    private static final int ADDRESSES = 8;

    private final Target target;
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, handlers());
    private final EventLoop loop = group.next();
    private final SslContext tls = tls();
    private final ScramKeys keys = new ScramKeys();
    private final Splitter.Scratch scratch = new Splitter.Scratch();
    private int connections;

    public Clients(Target target) {
        this.target = target;
    }

    public Target target() {
        return target;
    }

    /** Where everything happens. */
    public EventLoop loop() {
        return loop;
    }

    /** How often something was read from any connection; to be called on the event loop. */
    public long reads() {
        return scratch.reads();
    }

    /** Does that on the event loop, and waits for it; not to be called on the event loop. */
    public <T> T call(Callable<T> task) {
        return loop.submit(task).syncUninterruptibly().getNow();
    }

    /** The same for what has no result. */
    public void run(Runnable task) {
        loop.submit(task).syncUninterruptibly();
    }

    /** A session, or the failure that was met on the way. To be called on the event loop. */
    public CompletableFuture<Client> logIn(Account account, Login login) {
        var client = new Client(target, account, login, tls, keys);
        var ready = client.whenReady();
        var late = loop.schedule(
                () -> client.failed(new LoginException(account, "no log-in in " + LOGIN_SECONDS + " s")),
                LOGIN_SECONDS,
                TimeUnit.SECONDS);
        bootstrap(client).connect().addListener(done -> {
            if (!done.isSuccess()) {
                client.failed(new LoginException(
                        account,
                        target.host() + ":" + target.port() + ": "
                                + done.cause().getMessage()));
            }
        });
        return ready.whenComplete((session, failure) -> late.cancel(false));
    }

    private Bootstrap bootstrap(Client client) {
        var bootstrap = new Bootstrap()
                .group(loop)
                .channel(channel())
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(target.host(), target.port())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new Wire(client, scratch));
                    }
                });
        if (target.host().equals("127.0.0.1") && Epoll.isAvailable()) {
            bootstrap
                    .option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true)
                    .localAddress(new InetSocketAddress("127.0.0." + (1 + connections++ % ADDRESSES), 0));
        }
        return bootstrap;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static IoHandlerFactory handlers() {
        return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    private static Class<? extends Channel> channel() {
        return Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** Trusts every certificate: what is measured is the server's work, and the servers' certificates sign themselves. */
    private static SslContext tls() {
        try {
            return SslContextBuilder.forClient()
                    .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .endpointIdentificationAlgorithm(null)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
