package dev.roundtable.chat;

/** Who may start a debate, from the widest circle to the narrowest. */
public enum Askers {
  EVERYONE,
  /** Neither guests nor people of another organisation. */
  MEMBERS,
  ADMINS
}
