package io.guanxi.customer.file.process;

import com.mongodb.client.MongoDatabase;
import io.guanxi.customer.file.command.CustomerFiles;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.view.customerdetails.CustomersToReview;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the review to work. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReviewConfiguration {

    @Bean
    WhenAReviewIsDueReviewLifeCycles lifeCycleReview(
            ReviewSchedule schedule,
            MongoDatabase database,
            CustomersToReview customers,
            CustomerFiles files,
            LifeCyclePolicies policies,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new WhenAReviewIsDueReviewLifeCycles(
                schedule,
                ReviewDiary.in(database),
                customers::at,
                files::review,
                policies,
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
