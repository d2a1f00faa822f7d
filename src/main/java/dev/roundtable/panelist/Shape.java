package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The shape of an answer. The schemas are constant, since a vendor may need half a minute for one
 * it has not seen; reasoning comes first, so that it is written before the vote.
 */
enum Shape {
  VOTE(
      "ballot",
      "vote",
      """
      {"type": "object",
       "properties": {
         "reasoning": {"type": "string"},
         "vote": {"type": "string"},
         "confidence": {"type": ["number", "null"]},
         "changed": {"type": ["boolean", "null"]},
         "because": {"type": ["string", "null"]}},
       "required": ["reasoning", "vote", "confidence", "changed", "because"],
       "additionalProperties": false}\
      """,
      """
      {"reasoning": "why, in a few sentences", "vote": "id-of-an-option", "confidence": 0.7, \
      "changed": false, "because": null}\
      """),
  POSITION(
      "position",
      "position",
      """
      {"type": "object",
       "properties": {
         "reasoning": {"type": "string"},
         "position": {"type": "string"},
         "confidence": {"type": ["number", "null"]}},
       "required": ["reasoning", "position", "confidence"],
       "additionalProperties": false}\
      """,
      """
      {"reasoning": "why, in a few sentences", "position": "your answer in one sentence", \
      "confidence": 0.7}\
      """),
  FORM(
      "form",
      "form",
      """
      {"type": "object",
       "properties": {"form": {"type": "string"}},
       "required": ["form"],
       "additionalProperties": false}\
      """,
      """
      {"form": "open"}\
      """),
  GROUPS(
      "groups",
      "groups",
      """
      {"type": "object",
       "properties": {
         "groups": {
           "type": "array",
           "items": {
             "type": "object",
             "properties": {
               "label": {"type": "string"},
               "members": {"type": "array", "items": {"type": "string"}}},
             "required": ["label", "members"],
             "additionalProperties": false}}},
       "required": ["groups"],
       "additionalProperties": false}\
      """,
      """
      {"groups": [{"label": "words of a member", "members": ["P1", "P3"]}]}\
      """),
  SUMMARY(
      "summary",
      "winners",
      """
      {"type": "object",
       "properties": {
         "winners": {"type": "array", "items": {"type": "string"}},
         "votes": {
           "type": "array",
           "items": {
             "type": "object",
             "properties": {"option": {"type": "string"}, "count": {"type": "integer"}},
             "required": ["option", "count"],
             "additionalProperties": false}},
         "summary": {"type": "string"},
         "strongest": {
           "type": "array",
           "items": {
             "type": "object",
             "properties": {"option": {"type": "string"}, "text": {"type": "string"}},
             "required": ["option", "text"],
             "additionalProperties": false}},
         "counterpoints": {
           "type": "array",
           "items": {
             "type": "object",
             "properties": {"option": {"type": "string"}, "text": {"type": "string"}},
             "required": ["option", "text"],
             "additionalProperties": false}},
         "would_change": {"type": ["string", "null"]}},
       "required":
         ["winners", "votes", "summary", "strongest", "counterpoints", "would_change"],
       "additionalProperties": false}\
      """,
      """
      {"winners": ["id-of-an-option"], "votes": [{"option": "id-of-an-option", "count": 3}], \
      "summary": "what the debate came to", \
      "strongest": [{"option": "id-of-an-option", "text": "its strongest argument"}], \
      "counterpoints": [{"option": "id-of-a-losing-option", "text": "what speaks for it"}], \
      "would_change": "what would change the verdict"}\
      """);

  private final String title;
  private final String field;
  private final String schema;
  private final String example;

  Shape(String title, String field, String schema, String example) {
    this.title = title;
    this.field = field;
    this.schema = schema;
    this.example = example;
  }

  String title() {
    return title;
  }

  /** The field without which an object is no answer. */
  String field() {
    return field;
  }

  JsonNode schema() {
    return WireJson.parse(schema);
  }

  String example() {
    return example;
  }
}
