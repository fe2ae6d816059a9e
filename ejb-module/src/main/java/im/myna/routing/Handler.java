package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.stanza.Iq;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** One annotated method of a feature, brought to one shape, so that a call costs no reflection. */
record Handler(MethodHandle target, boolean blocking, Method method) {
    private static final MethodHandle ANSWER = answer();

    /**
     * For methods (argument[, Session]) to result; an Iq as result is the answer, to be routed.
     *
     * @param feature the bean, or its proxy
     * @throws IllegalStateException when the method has not that shape
     */
    static Handler of(Object feature, Method method, boolean blocking, Class<?> argument, Class<?> result) {
        var bound = bind(feature, method);
        var answered = bound.type().returnType() == Iq.class ? MethodHandles.filterReturnValue(bound, ANSWER) : bound;
        var whole = answered.type().parameterCount() == 1
                ? MethodHandles.dropArguments(answered, 1, Session.class)
                : answered;
        var shape = MethodType.methodType(result, argument, Session.class);
        if (!whole.type().equals(shape)) {
            throw new IllegalStateException(method + " must look like " + shape);
        }
        return new Handler(whole.asType(shape.generic()), blocking, method);
    }

    Reaction react(Stanza stanza, Session session) {
        return (Reaction) call(stanza, session);
    }

    Reaction react(Session session) {
        return (Reaction) call(session, session);
    }

    Reaction react(Jid account) {
        return (Reaction) call(account, null);
    }

    Presence mark(Presence presence, Session session) {
        return (Presence) call(presence, session);
    }

    Passage pass(Passage passage) {
        return (Passage) call(passage, null);
    }

    boolean wantsSession() {
        return method.getParameterCount() > 1;
    }

    private Object call(Object argument, Session session) {
        try {
            return target.invokeExact(argument, (Object) session);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }

    private static MethodHandle bind(Object feature, Method method) {
        try {
            return MethodHandles.publicLookup().unreflect(method).bindTo(feature);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " must be public, and so must its class", e);
        }
    }

    private static MethodHandle answer() {
        try {
            return MethodHandles.lookup()
                    .findStatic(Reaction.class, "route", MethodType.methodType(Reaction.class, Stanza.class))
                    .asType(MethodType.methodType(Reaction.class, Iq.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
