package kafkareview;

import org.apache.kafka.common.security.auth.AuthenticationContext;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.KafkaPrincipalBuilder;
import org.apache.kafka.common.security.auth.KafkaPrincipalSerde;
import org.apache.kafka.common.utils.Utils;

/** Tells a node's own connections, which come to the listener of controllers, from those of clients: in plain both would be anonymous. */
public final class PortPrincipal implements KafkaPrincipalBuilder, KafkaPrincipalSerde {
    @Override
    public KafkaPrincipal build(AuthenticationContext context) {
        return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, context.listenerName().equals("CONTROLLER") ? "controller" : "somebody");
    }

    @Override
    public byte[] serialize(KafkaPrincipal principal) {
        return Utils.utf8(principal.getName());
    }

    @Override
    public KafkaPrincipal deserialize(byte[] bytes) {
        return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    }
}
