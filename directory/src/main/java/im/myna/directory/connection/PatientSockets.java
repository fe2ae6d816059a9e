package im.myna.directory.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Makes sockets that do not wait for ever: the library begins to count the time when TLS stands, and some servers never say a word. */
final class PatientSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final int millis;

    /** @param patience for each thing that the other side should say */
    PatientSockets(SSLSocketFactory factory, Duration patience) {
        this.factory = factory;
        millis = (int) patience.toMillis();
    }

    private Socket patient(Socket socket) throws IOException {
        socket.setSoTimeout(millis);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return patient(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        patient(socket);
        return patient(factory.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return patient(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int herePort) throws IOException {
        return patient(factory.createSocket(host, port, here, herePort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return patient(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int herePort) throws IOException {
        return patient(factory.createSocket(host, port, here, herePort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }
}
