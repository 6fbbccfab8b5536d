package io.guanxi.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.deadletter.ReplayCheck;
import io.guanxi.eventing.sample.Shop;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ReadingARecordTest {

    private final RecordReader reader = new RecordReader(SchemaCatalogue.published(), 10_000);

    @Test
    void key_body_and_headers_are_enough_where_there_is_no_consumer_record() {
        IncomingEvent event = usable(Shop.order("placed", "event-1", "kim", "o1"));
        assertThat(event.id()).isEqualTo("event-1");
        assertThat(event.customer()).isEqualTo(Shop.customer("kim"));
        assertThat(event.origin().tenant()).isEqualTo(Shop.TENANT);
        assertThat(event.happened()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(event.body(OrderNumber.class).orderId()).isEqualTo("o1");
    }

    @Test
    void a_body_that_is_larger_than_allowed_is_not_looked_into() {
        assertThat(reason(Shop.with(
                        Shop.order("placed", "event-1", "kim", "o1"),
                        Shop.customer("kim").toString(),
                        new byte[10_001])))
                .isEqualTo("oversized");
    }

    @Test
    void a_type_that_is_published_elsewhere_is_not_read_from_a_topic() {
        ProducerRecord<byte[], byte[]> record = Shop.order("placed", "event-1", "kim", "o1");
        assertThat(reason(reader.read(Topics.SHOP_CUSTOMERS, record.key(), record.value(), record.headers())))
                .isEqualTo("wrong-topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "yesterday", ""})
    void a_time_that_cannot_be_written_in_rfc_3339_is_none(String time) {
        assertThat(reason(Shop.withHeader(Shop.order("placed", "event-1", "kim", "o1"), Envelope.TIME, time)))
                .isEqualTo("invalid-envelope");
    }

    @Test
    void a_service_that_binds_no_consumer_function_has_the_same_reader() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ReadingAutoConfiguration.class))
                .withPropertyValues("guanxi.service=streams", "guanxi.intake.largest-body=100B")
                .run(context -> {
                    ProducerRecord<byte[], byte[]> record = Shop.order("placed", "event-1", "kim", "o1");
                    assertThat(context.getBean(ReplayCheck.class)
                                    .check(new ConsumerRecord<>(
                                            Topics.SHOP_ORDERS, 0, 0, record.key(), record.value())))
                            .as("a valid order of more than 100 bytes")
                            .hasValueSatisfying(
                                    rejection -> assertThat(rejection.reason()).isEqualTo("oversized"));
                });
    }

    private record OrderNumber(String orderId) {}

    private IncomingEvent usable(ProducerRecord<byte[], byte[]> record) {
        Reading reading = read(record);
        assertThat(reading).isInstanceOf(Reading.Usable.class);
        return ((Reading.Usable) reading).event();
    }

    private String reason(ProducerRecord<byte[], byte[]> record) {
        return reason(read(record));
    }

    private static String reason(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Unusable.class);
        return ((Reading.Unusable) reading).rejection().reason();
    }

    private Reading read(ProducerRecord<byte[], byte[]> record) {
        return reader.read(record.topic(), record.key(), record.value(), record.headers());
    }
}
