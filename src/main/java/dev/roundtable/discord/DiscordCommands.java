package dev.roundtable.discord;

import dev.roundtable.chat.Askers;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;
import net.dv8tion.jda.api.interactions.commands.localization.ResourceBundleLocalizationFunction;
import net.dv8tion.jda.api.utils.data.DataArray;

/** The commands as they are registered, with their names and texts in every language. */
final class DiscordCommands {
  static final String ASK_ABOUT = "Ask the roundtable";
  static final String REPORT = "Report this answer";
  static final String HIDE = "Hide this answer";
  static final String ADMIN = "roundtable-admin";
  static final List<DiscordLocale> LANGUAGES = List.of(DiscordLocale.GERMAN);

  private static final String BUNDLE = "dev.roundtable.discord.Commands";
  private static final String ROOT = "roundtable";

  private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
  private static final LocalizationFunction LOCALIZATION =
      ResourceBundleLocalizationFunction.fromBundles(
              BUNDLE, LANGUAGES.toArray(DiscordLocale[]::new))
          .build();

  private DiscordCommands() {}

  /**
   * The commands to register.
   *
   * @param userInstall whether people may take them along to any place in Discord
   */
  static List<CommandData> all(boolean userInstall) {
    var contexts =
        userInstall
            ? EnumSet.allOf(InteractionContextType.class)
            : EnumSet.of(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
    contexts.remove(InteractionContextType.UNKNOWN);
    var types =
        userInstall
            ? EnumSet.of(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL)
            : EnumSet.of(IntegrationType.GUILD_INSTALL);
    return List.of(
        roundtable().setContexts(contexts).setIntegrationTypes(types),
        admin(),
        askAbout().setContexts(contexts).setIntegrationTypes(types),
        moderation(REPORT),
        moderation(HIDE)
            .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MESSAGE_MANAGE)));
  }

  private static CommandData roundtable() {
    return Commands.slash(ROOT, text(ROOT))
        .addSubcommands(
            sub("ask")
                .addOptions(
                    question("ask"), options("ask"), panel("ask"), rounds("ask"), channel("ask")),
            sub("poll")
                .addOptions(question("poll"), options("poll"), panel("poll"), channel("poll")),
            sub("open")
                .addOptions(question("open"), panel("open"), rounds("open"), channel("open")),
            sub("form"),
            sub("follow").addOptions(question("follow")),
            sub("status"),
            sub("stop"),
            sub("transcript"),
            sub("history"),
            sub("usage"),
            sub("panels"),
            sub("help"),
            sub("privacy"))
        .setLocalizationFunction(LOCALIZATION);
  }

  private static CommandData admin() {
    var channel =
        new SubcommandData("channel", text(ADMIN + ".channel"))
            .addOptions(
                option(OptionType.STRING, ADMIN + ".channel", "panel").setAutoComplete(true),
                choices("style", Venue.Style.values()),
                choices("may-ask", Askers.values()),
                choices("follow-ups", FollowUps.values()));
    return Commands.slash(ADMIN, text(ADMIN))
        .addSubcommands(
            channel,
            new SubcommandData("reset", text(ADMIN + ".reset")),
            new SubcommandData("limits", text(ADMIN + ".limits")))
        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
        .setContexts(InteractionContextType.GUILD)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
        .setLocalizationFunction(LOCALIZATION);
  }

  private static CommandData askAbout() {
    return Commands.message(ASK_ABOUT).setLocalizationFunction(LOCALIZATION);
  }

  private static CommandData moderation(String name) {
    return Commands.message(name)
        .setContexts(InteractionContextType.GUILD)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
        .setLocalizationFunction(LOCALIZATION);
  }

  private static SubcommandData sub(String name) {
    return new SubcommandData(name, text(ROOT + "." + name));
  }

  private static OptionData question(String sub) {
    return option(OptionType.STRING, ROOT + "." + sub, "question")
        .setRequired(true)
        .setMaxLength(DiscordLimits.INPUT);
  }

  private static OptionData options(String sub) {
    return option(OptionType.STRING, ROOT + "." + sub, "options").setMaxLength(DiscordLimits.INPUT);
  }

  private static OptionData panel(String sub) {
    return option(OptionType.STRING, ROOT + "." + sub, "panel").setAutoComplete(true);
  }

  private static OptionData rounds(String sub) {
    return option(OptionType.INTEGER, ROOT + "." + sub, "rounds")
        .setRequiredRange(1, Rules.MAX_ROUNDS);
  }

  private static OptionData channel(String sub) {
    return option(OptionType.CHANNEL, ROOT + "." + sub, "channel")
        .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS, ChannelType.FORUM, ChannelType.MEDIA);
  }

  private static OptionData option(OptionType type, String path, String name) {
    return new OptionData(type, name, text(path + ".options." + name));
  }

  private static OptionData choices(String name, Enum<?>[] values) {
    var path = ADMIN + ".channel.options." + name;
    var option = option(OptionType.STRING, ADMIN + ".channel", name);
    for (var value : values) {
      var word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      option.addChoice(ENGLISH.getString(path + ".choices." + word), value.name());
    }
    return option;
  }

  private static String text(String path) {
    return ENGLISH.getString(path + ".description");
  }

  /** Changes whenever anything that is registered does. */
  static String hash(boolean userInstall) {
    try {
      var json = DataArray.fromCollection(all(userInstall)).toString();
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(json.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
