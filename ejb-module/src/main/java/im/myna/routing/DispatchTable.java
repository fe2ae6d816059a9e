package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.routing.declaration.At;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Forgets;
import im.myna.routing.declaration.Handles;
import im.myna.routing.declaration.Inbound;
import im.myna.routing.declaration.Kind;
import im.myna.routing.declaration.Marks;
import im.myna.routing.declaration.Moment;
import im.myna.routing.declaration.On;
import im.myna.routing.declaration.Outbound;
import im.myna.routing.declaration.Place;
import im.myna.routing.declaration.Stop;
import im.myna.session.Session;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import im.myna.stanza.Presence;
import im.myna.xml.Name;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who answers what. Read once from the annotations of all features; two features that answer the same stop the start. */
@ApplicationScoped
public class DispatchTable {
    @Inject
    @Any
    private Instance<Feature> features;

    // Written at the start, before the first stanza; read only afterwards.
    private final Map<Request, Handler> requests = new HashMap<>();
    private final Map<Presence.Type, Handler> outbound = new EnumMap<>(Presence.Type.class);
    private final Map<Presence.Type, Handler> inbound = new EnumMap<>(Presence.Type.class);
    private final List<Handler> marking = new ArrayList<>();
    private final List<Station> path = new ArrayList<>();
    private final Map<Moment, List<Handler>> moments = new EnumMap<>(Moment.class);
    private final List<Handler> forgetting = new ArrayList<>();
    private final List<Implements> specifications = new ArrayList<>();

    private record Request(Kind kind, Place place, Name name) {}

    record Station(Stop stop, Handler handler) {}

    void read(@Observes Startup event) {
        features.handlesStream()
                .sorted(Comparator.comparing(
                        handle -> handle.getBean().getBeanClass().getName()))
                .forEach(handle -> read(handle.get(), handle.getBean().getBeanClass()));
        path.sort(Comparator.comparing(Station::stop));
    }

    /** What the features say they implement. */
    public List<Implements> specifications() {
        return List.copyOf(specifications);
    }

    Optional<Handler> request(Kind kind, Place place, Name name) {
        return Optional.ofNullable(requests.get(new Request(kind, place, name)));
    }

    Optional<Handler> outbound(Presence.Type type) {
        return Optional.ofNullable(outbound.get(type));
    }

    Optional<Handler> inbound(Presence.Type type) {
        return Optional.ofNullable(inbound.get(type));
    }

    /** Those who add something to available presence. */
    List<Handler> marking() {
        return marking;
    }

    /** The stops at which somebody stands, in order. */
    List<Station> path() {
        return path;
    }

    List<Handler> on(Moment moment) {
        return moments.getOrDefault(moment, List.of());
    }

    List<Handler> forgetting() {
        return forgetting;
    }

    private void read(Object feature, Class<?> type) {
        specifications.addAll(List.of(type.getAnnotationsByType(Implements.class)));
        for (var method : type.getMethods()) {
            readRequests(feature, method);
            readPresence(feature, method);
            readMarks(feature, method);
            readWays(feature, method);
        }
    }

    private void readRequests(Object feature, Method method) {
        var declared = method.getAnnotation(Handles.class);
        if (declared == null) {
            return;
        }
        var handler = Handler.of(feature, method, declared.blocking(), Iq.class, Reaction.class);
        var name = new Name(declared.ns(), declared.name());
        for (var kind : declared.kind()) {
            for (var place : declared.at()) {
                enter(requests, new Request(kind, place, name), handler);
            }
        }
    }

    private void readPresence(Object feature, Method method) {
        var sent = method.getAnnotation(Outbound.class);
        if (sent != null) {
            var handler = Handler.of(feature, method, sent.blocking(), Presence.class, Reaction.class);
            List.of(sent.value()).forEach(type -> enter(outbound, type, handler));
        }
        var received = method.getAnnotation(Inbound.class);
        if (received != null) {
            var handler = Handler.of(feature, method, received.blocking(), Presence.class, Reaction.class);
            List.of(received.value()).forEach(type -> enter(inbound, type, handler));
        }
    }

    private void readMarks(Object feature, Method method) {
        if (method.isAnnotationPresent(Marks.class)) {
            marking.add(Handler.of(feature, method, false, Presence.class, Presence.class));
        }
    }

    private void readWays(Object feature, Method method) {
        var at = method.getAnnotation(At.class);
        if (at != null) {
            path.add(new Station(at.value(), Handler.of(feature, method, at.blocking(), Passage.class, Passage.class)));
        }
        if (method.isAnnotationPresent(Forgets.class)) {
            forgetting.add(Handler.of(feature, method, true, Jid.class, Reaction.class));
        }
        var on = method.getAnnotation(On.class);
        if (on != null) {
            moments.computeIfAbsent(on.value(), moment -> new ArrayList<>())
                    .add(Handler.of(feature, method, on.blocking(), Session.class, Reaction.class));
        }
    }

    private static <K> void enter(Map<K, Handler> table, K key, Handler handler) {
        var earlier = table.putIfAbsent(key, handler);
        if (earlier != null) {
            throw new IllegalStateException(earlier.method() + " and " + handler.method() + " both answer " + key);
        }
    }
}
