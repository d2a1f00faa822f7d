package dev.roundtable.debate;

/** Why a question got its ballot form. */
public enum FormReason {
  OPTIONS_GIVEN,
  MODE_DEBATE,
  MODE_OPEN,
  CHAIR,
  /** It starts as yes/no questions of its language do. */
  RULE_YES_NO,
  /** It asks how, which or what. */
  RULE_INTERROGATIVE,
  /** Neither could be told; open loses nothing. */
  RULE_UNSURE
}
