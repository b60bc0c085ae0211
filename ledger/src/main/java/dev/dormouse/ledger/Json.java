package dev.dormouse.ledger;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Values as JSON text. Strict in both directions: what cannot be read back exactly is an error and never a default. */
final class Json {

    private static final JsonMapper MAPPER = mapper();
    private static final TypeReference<List<Long>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private Json() {}

    /** As the declared type, so that the name of the variant is written. */
    static <T> String write(Class<T> type, T value) {
        return text(MAPPER.writerFor(type), value);
    }

    static <T> T read(Class<T> type, String text) {
        return value(type.getSimpleName(), () -> MAPPER.readValue(text, type));
    }

    static String writeNumbers(List<Long> numbers) {
        return text(MAPPER.writerFor(NUMBERS), numbers);
    }

    static List<Long> readNumbers(String text) {
        return value("list of numbers", () -> MAPPER.readValue(text, NUMBERS));
    }

    static String writeWords(Map<String, String> words) {
        return text(MAPPER.writerFor(WORDS), words);
    }

    static Map<String, String> readWords(String text) {
        return value("list of details", () -> MAPPER.readValue(text, WORDS));
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new LedgerException(
                    LedgerErrorCode.DEFECT,
                    "cannot store a " + value.getClass().getSimpleName() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    private static <T> T value(String what, Parse<T> parse) {
        try {
            return parse.parse();
        } catch (JacksonException e) {
            throw new LedgerException(
                    LedgerErrorCode.DEFECT,
                    "cannot read a stored " + what + ": " + e.getOriginalMessage()
                            + "; use the version of Dormouse that wrote it, or put the backup back",
                    e);
        }
    }

    private interface Parse<T> {
        T parse() throws JacksonException;
    }

    private static JsonMapper mapper() {
        SimpleModule times = new SimpleModule("times")
                .addSerializer(new InstantWriter())
                .addDeserializer(Instant.class, new InstantReader());
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(times)
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        StoredTypes.FAMILIES.forEach(family -> builder.addMixIn(family, StoredTypes.Named.class));
        return builder.registerSubtypes(StoredTypes.NAMES.toArray(NamedType[]::new))
                .build();
    }

    private static final class InstantWriter extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Instants.micros(value));
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Instants.instant(in.getLongValue());
        }
    }
}
