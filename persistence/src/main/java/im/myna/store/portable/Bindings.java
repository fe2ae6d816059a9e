package im.myna.store.portable;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamReader;

/** One kind of element and the class it is bound to. For one thread. */
final class Bindings<T> {
    private final Class<T> type;
    private final Unmarshaller unmarshaller;
    private final Marshaller marshaller;

    Bindings(Class<T> type) {
        this.type = type;
        try {
            var context = JAXBContext.newInstance(type);
            unmarshaller = context.createUnmarshaller();
            marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        } catch (JAXBException e) {
            throw new IllegalStateException("XML cannot be bound", e);
        }
    }

    /** The element at whose start the reader stands; then it stands behind its end. */
    T read(XMLStreamReader reader) throws JAXBException {
        return unmarshaller.unmarshal(reader, type).getValue();
    }

    void write(T object, OutputStream out) throws JAXBException {
        marshaller.marshal(object, out);
    }
}
