package im.myna.socket;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;

/** What a message-driven bean wants to hear: its activation property {@code kind} is client, server or component. */
public class XmppActivationSpec implements ActivationSpec {
    private ResourceAdapter adapter;
    private String kind = Kind.CLIENT.property();

    Kind kind() throws InvalidPropertyException {
        return Kind.of(kind);
    }

    @Override
    public void validate() throws InvalidPropertyException {
        kind();
    }

    // Names from here on are those of Jakarta Connectors, 5.3.7: a JavaBean.

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
        this.adapter = adapter;
    }
}
