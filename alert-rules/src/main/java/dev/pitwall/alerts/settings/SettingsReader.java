package dev.pitwall.alerts.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lays sources of settings over one another, later ones on top, and checks the result. */
final class SettingsReader {

  static final ObjectMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final ObjectNode merged = MAPPER.createObjectNode();
  private final Map<JsonPointer, String> places = new HashMap<>();

  void add(SettingsSource source) throws SettingsException {
    merge(merged, source.tree(), JsonPointer.empty(), source);
  }

  Settings read() throws SettingsException {
    try {
      return MAPPER.treeToValue(merged, Settings.class);
    } catch (UnrecognizedPropertyException e) {
      throw new SettingsException(where(e) + unknownKey(e));
    } catch (ValueInstantiationException e) {
      throw new SettingsException(where(e) + Objects.requireNonNull(e.getCause()).getMessage());
    } catch (MismatchedInputException e) {
      throw new SettingsException(where(e) + "allowed is " + kind(e.getTargetType()));
    } catch (JsonMappingException e) {
      throw new SettingsException(where(e) + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new SettingsException(e.getOriginalMessage());
    }
  }

  private void merge(ObjectNode below, ObjectNode above, JsonPointer at, SettingsSource source)
      throws SettingsException {
    for (Entry<String, JsonNode> entry : above.properties()) {
      JsonPointer pointer = at.appendProperty(entry.getKey());
      if (entry.getValue().isNull()) {
        throw new SettingsException(
            source.places().get(pointer) + ": " + dotted(pointer) + ": no value given");
      }
      if (below.get(entry.getKey()) instanceof ObjectNode lower
          && entry.getValue() instanceof ObjectNode upper) {
        merge(lower, upper, pointer, source);
      } else {
        below.set(entry.getKey(), entry.getValue());
        places.keySet().removeIf(place -> place.toString().startsWith(pointer + "/"));
      }
      source.places().entrySet().stream()
          .filter(place -> isAtOrBelow(place.getKey(), pointer))
          .forEach(place -> places.put(place.getKey(), place.getValue()));
    }
  }

  private String where(JsonMappingException e) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer =
          step.getFieldName() == null
              ? pointer.appendIndex(step.getIndex())
              : pointer.appendProperty(step.getFieldName());
    }
    JsonPointer known = pointer;
    while (!places.containsKey(known) && known.head() != null) {
      known = known.head();
    }
    return places.getOrDefault(known, "settings") + ": " + dotted(pointer) + ": ";
  }

  private static String unknownKey(UnrecognizedPropertyException e) {
    List<String> allowed = e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
    return "unknown key; allowed here: "
        + allowed.stream().collect(Collectors.joining(", "))
        + NearestName.to(e.getPropertyName(), allowed)
            .map(name -> ". Did you mean " + name + "?")
            .orElse("");
  }

  private static String kind(Class<?> type) {
    if (List.class.isAssignableFrom(type)) {
      return "a list, as in [one, two]";
    }
    if (type == BigDecimal.class) {
      return "a number";
    }
    boolean mapping = type.isRecord() && type.getRecordComponents().length > 1;
    return mapping ? "a mapping of keys to values" : "a text, in quotes where it is a number";
  }

  private static boolean isAtOrBelow(JsonPointer place, JsonPointer pointer) {
    return place.equals(pointer) || place.toString().startsWith(pointer + "/");
  }

  private static String dotted(JsonPointer pointer) {
    return pointer.toString().substring(1).replace('/', '.');
  }
}
