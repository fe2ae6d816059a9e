package im.myna.web.door;

import im.myna.link.Addresses;
import im.myna.link.LinkListener;
import im.myna.link.Wheel;
import im.myna.settings.Limits;
import im.myna.settings.LiveSettings;
import im.myna.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Who stands at the doors of the browsers: knows who may come in, and lends threads and time to those who are inside. */
@ApplicationScoped
public class Porter {
    @Resource
    private ManagedThreadFactory threads;

    @EJB
    private LinkListener listener;

    @Inject
    private LiveSettings live;

    private ThreadPoolExecutor pool;
    private ScheduledThreadPoolExecutor timer;
    private Wheel wheel;
    private Addresses addresses;
    private volatile Acquaintances acquaintances;

    /** Whom the settings name. */
    private record Acquaintances(
            Settings.Web web,
            Settings.Admin admin,
            Networks proxies,
            Networks monitors,
            Networks governors,
            Origins origins) {
        static Acquaintances of(Settings settings) {
            var web = settings.web();
            return new Acquaintances(
                    web,
                    settings.admin(),
                    new Networks(web.proxies()),
                    new Networks(web.monitors()),
                    new Networks(settings.admin().networks()),
                    new Origins(web));
        }

        boolean areOf(Settings settings) {
            return web.equals(settings.web()) && admin.equals(settings.admin());
        }
    }

    /** As the settings are now. */
    private Acquaintances known() {
        var known = acquaintances;
        if (!known.areOf(settings())) {
            known = Acquaintances.of(settings());
            acquaintances = known;
        }
        return known;
    }

    @PostConstruct
    void open() {
        // As many as there are event loops. What they do does not block; the queue holds each link at most once.
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        pool = new ThreadPoolExecutor(count, count, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, threads);
        timer.setRemoveOnCancelPolicy(true);
        wheel = new Wheel(timer);
        addresses = new Addresses(() -> limits().connectionsPerAddress());
        acquaintances = Acquaintances.of(settings());
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        pool.shutdown();
    }

    /** Who sent that. */
    public Visitor visitor(HttpServletRequest request) {
        return Visitor.of(request, known().proxies());
    }

    /** Whether the page that sent that may talk to us. */
    public boolean welcomes(HttpServletRequest request, Visitor visitor) {
        var origin = request.getHeader("Origin");
        return known().origins().admit(origin == null ? "" : origin, visitor);
    }

    /** Whether who sent that may know how the server does. */
    public boolean isMonitor(HttpServletRequest request) {
        return comesFrom(known().monitors(), request);
    }

    /** Whether there is a way to govern the server by the port that this came to, for who sent it. */
    public boolean mayGovern(HttpServletRequest request) {
        int port = settings().ports().admin();
        var governors = known().governors();
        return (port == 0 || request.getLocalPort() == port)
                && (governors.isEverybody() || comesFrom(governors, request));
    }

    /** One of whom only a stranger tells where he is, does not. */
    private boolean comesFrom(Networks networks, HttpServletRequest request) {
        boolean told = request.getHeader("X-Forwarded-For") != null;
        boolean hidden = !told && (request.getHeader("Forwarded") != null || request.getHeader("Via") != null);
        boolean believed = !told || known().proxies().contains(Networks.literal(request.getRemoteAddr()));
        return !hidden
                && believed
                && networks.contains(visitor(request).address().getAddress());
    }

    /** Tasks of links that wait for a thread. */
    public int waiting() {
        return pool.getQueue().size();
    }

    /** @return false when there are too many of that address; else a {@link WebLink} is made, or {@link #leave} called */
    public boolean enter(Visitor visitor) {
        return addresses.enter(visitor.address().getAddress());
    }

    /** One who was admitted and for whom no link could be made; a link does so itself. */
    public void leave(Visitor visitor) {
        addresses.leave(visitor.address().getAddress());
    }

    /** The deadlines of all links; every thread may set one. */
    public Wheel wheel() {
        return wheel;
    }

    /** As they are now. */
    public Settings settings() {
        return live.now();
    }

    Limits limits() {
        return settings().limits();
    }

    String domain() {
        return settings().domains().get(0);
    }

    Executor pool() {
        return pool;
    }

    LinkListener listener() {
        return listener;
    }
}
