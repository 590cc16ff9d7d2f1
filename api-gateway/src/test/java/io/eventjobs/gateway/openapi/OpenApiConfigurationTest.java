package io.eventjobs.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.error.ErrorCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiConfigurationTest {
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");

    private final OpenApiConfiguration configuration = new OpenApiConfiguration();

    @Test
    void saysHowACallerShowsTheKey() {
        OpenAPI api = configuration.description();

        assertThat(api.getComponents().getSecuritySchemes().get("bearer").getScheme())
                .isEqualTo("bearer");
        assertThat(api.getComponents().getSecuritySchemes().get("api_key").getName())
                .isEqualTo("X-Api-Key");
        assertThat(api.getSecurity())
                .extracting(requirement -> requirement.keySet().iterator().next())
                .containsExactly("bearer", "api_key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | false | /api/event-job/jobs/{id}             | 200 400 401 403 404 406 414 429 431 500 503",
                "POST   | true  | /api/event-job/jobs                  | 200 400 401 403 404 406 408 409 413 414 415 429 431 500 503",
                "POST   | false | /api/event-job/{id}/restart          | 200 400 401 403 404 406 408 409 413 414 415 429 431 500 503",
                "PUT    | true  | /api/event-job/templates/{name}      | 200 400 401 403 404 406 408 409 413 414 415 429 431 500 503",
                "DELETE | false | /api/event-job/jobs/{id}             | 200 400 401 403 404 406 414 429 431 500 503",
                "DELETE | false | /api/event-job/uploads/{id}          | 200 400 401 403 404 406 409 414 429 431 500 503",
                "GET    | false | /api/event-job/batches/{id}/archive  | 200 400 401 403 404 406 409 414 429 431 500 503",
                "GET    | false | /api/event-job/files/{path}          | 200 400 401 403 404 406 414 416 429 431 500 503"
            })
    void saysOfEachOperationHowItMayBeRefused(String method, boolean hasBody, String path, String statuses) {
        Operation operation = operation();
        if (hasBody) {
            operation.setRequestBody(new RequestBody());
        }

        refusals(PathItem.HttpMethod.valueOf(method), path, operation);

        assertThat(operation.getResponses().keySet()).containsExactlyInAnyOrder(statuses.split(" "));
    }

    @Test
    void explainsEachCodeThatARefusalMayHave() {
        Operation operation = operation();

        refusals(PathItem.HttpMethod.GET, "/api/event-job/jobs", operation);

        ApiResponse away = operation.getResponses().get("503");
        assertThat(away.getDescription())
                .isEqualTo(
                        "`STORE_UNAVAILABLE`: A service that this request needs is unavailable; Retry-After tells when"
                                + " to retry.");
        assertThat(away.getContent().get("application/json").getSchema().get$ref())
                .isEqualTo("#/components/schemas/ErrorEnvelope");
        assertThat(operation.getResponses().get("404").getDescription().split("\n\n"))
                .contains("`NOT_FOUND`: Unknown path.", "`JOB_NOT_FOUND`: Unknown job.");
        assertThat(operation.getResponses().get("200").getDescription()).isEqualTo("as it was");
    }

    /** But that of a wrong method: it is no operation that could be described. */
    @Test
    void everyCodeOfTheCatalogueIsExplainedSomewhere() {
        Set<String> explained = new TreeSet<>();
        for (String path : List.of("/api/x", "/api/files/x")) {
            Operation operation = operation().requestBody(new RequestBody());
            refusals(PathItem.HttpMethod.POST, path, operation);
            operation.getResponses().values().forEach(answer -> CODE.matcher(answer.getDescription())
                    .results()
                    .forEach(code -> explained.add(code.group(1))));
        }

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .filter(code -> code != ErrorCode.METHOD_NOT_ALLOWED)
                        .map(ErrorCode::name)
                        .toList());
    }

    @Test
    void describesTheEnvelopeOfAllErrors() {
        OpenAPI api = refusals(PathItem.HttpMethod.GET, "/api/event-job/jobs", operation());

        assertThat(api.getComponents().getSchemas()).containsKeys("ErrorEnvelope", "Detail", "FieldFault");
    }

    private OpenAPI refusals(PathItem.HttpMethod method, String path, Operation operation) {
        OpenAPI api = configuration.description();
        PathItem item = new PathItem();
        item.operation(method, operation);
        api.setPaths(new Paths().addPathItem(path, item));
        configuration.refusals().customise(api);
        return api;
    }

    private static Operation operation() {
        return new Operation()
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("as it was")));
    }
}
