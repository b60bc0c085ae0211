package dev.dormouse.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The answers that S3Mock does not give. */
class S3FaultsTest {

    private static final String NAME = "s3://exports/a.json";

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, S3_FORBIDDEN, Forbidden, may not be read with these credentials",
        "403, InvalidAccessKeyId, S3_FORBIDDEN, Forbidden, may not be read with these credentials",
        "401, Unauthorized, S3_FORBIDDEN, Forbidden, may not be read with these credentials",
        "301, PermanentRedirect, S3_WRONG_REGION, Invalid, the bucket is in another region",
        "503, SlowDown, S3_UNAVAILABLE, Unavailable, S3 cannot answer now",
        "429, TooManyRequests, S3_UNAVAILABLE, Unavailable, S3 cannot answer now",
        "400, InvalidBucketName, S3_REFUSED, Invalid, S3 refuses the request",
    })
    void an_answer_is_classified_in_one_line_with_its_code_and_without_its_text(
            int status, String code, S3ErrorCode expected, String reaction, String words) {
        ConnectorException fault = S3Faults.of(
                NAME,
                S3Exception.builder()
                        .statusCode(status)
                        .message("the key id AKIA-do-not-print is not known")
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("the key id AKIA-do-not-print is not known")
                                .build())
                        .build());
        assertThat(fault.code()).isEqualTo(expected);
        assertThat(fault.reaction().getClass().getSimpleName()).isEqualTo(reaction);
        assertThat(fault)
                .hasMessageStartingWith(NAME + ": " + words + " (S3 answered " + status + ", " + code + "); ")
                .hasMessageNotContainingAny("do-not-print", "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain, credentials",
        "Unable to load region from any of the providers in the chain, region"
    })
    void surroundings_without_credentials_or_region_say_what_to_set(String message, String missing) {
        ConnectorException fault = S3Faults.of(NAME, SdkClientException.create(message));
        assertThat(fault.code()).isEqualTo(S3ErrorCode.S3_NOT_CONFIGURED);
        assertThat(fault.reaction()).isInstanceOf(Reaction.Forbidden.class);
        assertThat(fault)
                .hasMessage(NAME + ": no " + missing + " to be found; set " + missing
                        + " under `s3` or in the environment (AWS_...)");
    }
}
