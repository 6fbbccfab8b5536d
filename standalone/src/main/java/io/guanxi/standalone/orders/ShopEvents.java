package io.guanxi.standalone.orders;

import com.github.f4b6a3.uuid.UuidCreator;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts a shop's events into their envelope. The same occurrence of the same shop always has the same event id. */
public final class ShopEvents {

    private static final UUID NAMESPACE = UUID.fromString("0b3f7f0e-6a57-4d0b-8a3c-6b8f2f7b1c55");

    private final String tenant;
    private final String shop;
    private final SchemaCatalogue schemas = SchemaCatalogue.published();

    public ShopEvents(String tenant, String shop) {
        this.tenant = tenant;
        this.shop = shop;
    }

    /**
     * @param occurrence what makes this event of its type the only one in its shop: an order's id, a return's id
     * @param externalId the shop's own id of the customer
     */
    public ProducerRecord<String, byte[]> record(
            String type, String occurrence, String externalId, Instant happened, byte[] body) {
        String customer = CustomerKey.of(tenant, shop, externalId).toString();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.carrying(type), customer, body);
        String name = type + "/" + tenant + "/" + shop + "/" + occurrence;
        header(record, Envelope.SPEC_VERSION, Envelope.SPEC_VERSION_VALUE);
        header(record, Envelope.CONTENT_TYPE, Envelope.CONTENT_TYPE_VALUE);
        header(
                record,
                Envelope.ID,
                UuidCreator.getNameBasedSha1(NAMESPACE, name).toString());
        header(record, Envelope.SOURCE, "urn:guanxi:shop:" + shop);
        header(record, Envelope.TYPE, type);
        header(record, Envelope.SUBJECT, customer);
        header(record, Envelope.TIME, happened.toString());
        header(record, Envelope.DATA_SCHEMA, schemas.schemaUri(type));
        header(record, Envelope.TENANT, tenant);
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
