package dev.dormouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {

    private final OpenApiContract contract = OpenApiContract.load(pets());

    @Test
    void a_request_that_keeps_to_the_description_has_no_violation() {
        assertThat(contract.requestViolations("GET", "/pets/7", Map.of("view", "short", "page", "3"), ""))
                .isEmpty();
        assertThat(contract.requestViolations("PUT", "/pets/7", Map.of(), "{\"name\":\"Momo\",\"age\":null}"))
                .isEmpty();
    }

    @Test
    void an_unknown_path_or_method_is_named() {
        assertThat(contract.requestViolations("GET", "/cats/7", Map.of(), ""))
                .containsExactly("GET /cats/7: the description has no such operation");
        assertThat(contract.requestViolations("DELETE", "/pets/7", Map.of(), ""))
                .containsExactly("DELETE /pets/7: the description has no such operation");
    }

    @Test
    void a_fixed_path_comes_before_a_template() {
        assertThat(contract.requestViolations("GET", "/pets/new", Map.of(), "")).isEmpty();
    }

    @Test
    void wrong_missing_and_unknown_parameters_are_named() {
        assertThat(contract.requestViolations("GET", "/pets/seven", Map.of("page", "x", "sort", "up"), ""))
                .containsExactly(
                        "GET /pets/seven: the parameter id must be of type integer, not seven",
                        "GET /pets/seven: the parameter view is required",
                        "GET /pets/seven: the parameter page must be of type integer, not x",
                        "GET /pets/seven: the description has no query parameter sort");
    }

    @Test
    void enums_and_bounds_of_parameters_hold() {
        List<String> violations =
                contract.requestViolations("GET", "/pets/7", Map.of("view", "wide", "page", "10"), "");
        assertThat(violations).hasSize(2);
        assertThat(violations.get(0)).contains("the parameter view").contains("short");
        assertThat(violations.get(1)).contains("the parameter page").contains("9");
    }

    @Test
    void a_body_is_checked_through_references() {
        assertThat(contract.requestViolations("PUT", "/pets/7", Map.of(), "{\"name\":\"Momo\",\"owner\":{}}"))
                .singleElement()
                .asString()
                .contains("the body")
                .contains("/owner")
                .contains("email");
        assertThat(contract.requestViolations("PUT", "/pets/7", Map.of(), ""))
                .containsExactly("PUT /pets/7: a body is required");
        assertThat(contract.requestViolations("PUT", "/pets/7", Map.of(), "{"))
                .singleElement()
                .asString()
                .startsWith("PUT /pets/7: the body is no JSON");
        assertThat(contract.requestViolations("PUT", "/pets/7", Map.of(), "{\"name\":\"Momo\",\"colour\":1}"))
                .containsExactly("PUT /pets/7: the body has an undescribed property colour");
    }

    @Test
    void an_answer_is_checked_by_its_status() {
        assertThat(contract.responseViolations("GET", "/pets/7", 200, "{\"name\":\"Momo\"}"))
                .isEmpty();
        assertThat(contract.responseViolations("GET", "/pets/7", 200, "{\"name\":1}"))
                .singleElement()
                .asString()
                .contains("/name");
        assertThat(contract.responseViolations("GET", "/pets/7", 500, ""))
                .containsExactly("GET /pets/7 -> 500: the description has no such status");
        assertThat(contract.responseViolations("PUT", "/pets/7", 204, "")).isEmpty();
    }

    private static Path pets() {
        try {
            return Path.of(Objects.requireNonNull(OpenApiContractTest.class.getResource("/pets.openapi.json"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
