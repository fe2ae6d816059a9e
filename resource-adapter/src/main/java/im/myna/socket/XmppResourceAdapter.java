package im.myna.socket;

import im.myna.settings.SettingsException;
import im.myna.settings.Sources;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import org.eclipse.microprofile.config.ConfigProvider;

/** The TCP door of the server: listens while an application is there to hear. */
public class XmppResourceAdapter implements ResourceAdapter {
    private static final XAResource[] NONE = {};

    /** Written by the container's deploying thread, one deployment at a time. */
    private final Map<MessageEndpointFactory, Activation> activations = new ConcurrentHashMap<>();

    private EventLoops loops;

    @Override
    public void start(BootstrapContext context) {
        loops = new EventLoops(
                context.getWorkManager(), Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void stop() {
        activations.values().forEach(Activation::close);
        activations.clear();
        loops.close();
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        var kind = ((XmppActivationSpec) spec).kind();
        try {
            activations.put(factory, Activation.open(kind, sources(), loops, new Endpoints(factory)));
        } catch (IOException | SettingsException e) {
            throw new ResourceAdapterInternalException("kind=" + kind.property() + ": " + e.getMessage(), e);
        }
    }

    /** As they are when the application comes: of the server, not of the application. */
    private static Sources sources() {
        var config = ConfigProvider.getConfig();
        return new Sources(key -> config.getOptionalValue(key, String.class), key -> config.getConfigValue(key)
                .getSourceName());
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        var activation = activations.remove(factory);
        if (activation != null) {
            activation.close();
        }
    }

    /** Nothing that arrives is part of a transaction. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return NONE.clone();
    }
}
