package io.guanxi.gateway.service;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** The connections to the services. */
@Configuration(proxyBeanMethods = false)
class ServiceClients {

    @Bean
    ClientHttpRequestFactory serviceConnections(GatewayProperties properties) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
        ClientHttpRequestFactory usual = waiting(client, properties.routeTimeout());
        ClientHttpRequestFactory patient = waiting(client, properties.populationTimeout());
        return (uri, method) -> (PopulationQuestions.has(method, uri) ? patient : usual).createRequest(uri, method);
    }

    private static ClientHttpRequestFactory waiting(HttpClient client, Duration longest) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(longest);
        return factory;
    }
}
