package io.guanxi.loyalty.correction.process;

import io.guanxi.eventing.follow.Works;
import io.guanxi.loyalty.correction.job.Postings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the asking to work. */
@Configuration(proxyBeanMethods = false)
class CorrectionFollowing {

    @Bean
    Works corrections(Postings postings) {
        return source -> List.of(new WhenACorrectionIsApprovedPostTheDifferences(postings::ask));
    }
}
