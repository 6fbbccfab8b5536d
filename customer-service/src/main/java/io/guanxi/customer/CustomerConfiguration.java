package io.guanxi.customer;

import com.mongodb.client.MongoDatabase;
import io.guanxi.customer.file.contact.KeyRing;
import io.guanxi.customer.file.contact.MasterKey;
import io.guanxi.customer.file.contact.MongoKeyRing;
import io.guanxi.customer.file.contact.SearchKey;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.process.ReviewSchedule;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the settings become. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LifeCyclePolicies lifeCyclePolicies(CustomerSettings settings) {
        return settings.lifeCycle().policies();
    }

    @Bean
    ReviewSchedule reviewSchedule(CustomerSettings settings) {
        return settings.lifeCycle().review().schedule();
    }

    @Bean
    MasterKey masterKey(CustomerSettings settings) {
        return MasterKey.parse(settings.masterKey());
    }

    @Bean
    KeyRing keyRing(MongoDatabase database, MasterKey masterKey) {
        return new MongoKeyRing(database, masterKey);
    }

    @Bean
    SearchKey searchKey(MasterKey masterKey) {
        return new SearchKey(masterKey);
    }
}
