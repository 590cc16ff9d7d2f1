package io.eventjobs.gateway.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Objects are answered as JSON only, as the description says. Otherwise a format would be served as soon as a library that can write it is
 * on the class path, as XML is where the object store is embedded.
 */
@Component
class AnsweredFormats implements WebMvcConfigurer {
    private static final List<MediaType> SERVED = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.TEXT_PLAIN,
            MediaType.APPLICATION_OCTET_STREAM,
            MediaType.APPLICATION_FORM_URLENCODED);

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(all -> all.removeIf(converter -> !isServed(converter)));
    }

    private static boolean isServed(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(type -> type.isWildcardType() || SERVED.stream().anyMatch(type::equalsTypeAndSubtype));
    }
}
