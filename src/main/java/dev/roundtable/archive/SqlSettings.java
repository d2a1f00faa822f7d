package dev.roundtable.archive;

import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChannelSettings;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.SettingsStore;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** What was chosen in chat, in a database. */
final class SqlSettings implements SettingsStore {
  private static final String WHOLE_WORKSPACE = "";

  private static final Names<Askers> ASKERS =
      new Names<>(
          Askers.class,
          askers ->
              switch (askers) {
                case EVERYONE -> "everyone";
                case MEMBERS -> "members";
                case ADMINS -> "admins";
              });

  private static final Names<FollowUps> FOLLOW_UPS =
      new Names<>(
          FollowUps.class,
          followUps ->
              switch (followUps) {
                case EVERY_REPLY -> "every-reply";
                case ADDRESSED -> "addressed";
                case MENTION -> "mention";
              });

  private final Database database;
  private final InstantSource clock;

  SqlSettings(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public ChannelSettings ofChannel(Where where) {
    return of(where, where.channel());
  }

  @Override
  public ChannelSettings ofWorkspace(Where where) {
    return of(where, WHOLE_WORKSPACE);
  }

  private ChannelSettings of(Where where, String channel) {
    var sql =
        """
        select panel, style, may_ask, follow_ups from chat_settings
        where platform = :platform and workspace = :workspace and channel = :channel
        """;
    return database.read(handle ->
        handle
            .createQuery(sql)
            .bind("platform", where.platform())
            .bind("workspace", where.workspace())
            .bind("channel", channel)
            .map((row, _) -> settings(row))
            .findOne()
            .orElse(ChannelSettings.NONE));
  }

  private static ChannelSettings settings(ResultSet row) throws SQLException {
    return new ChannelSettings(
        Optional.ofNullable(row.getString("panel")),
        Optional.ofNullable(row.getString("style")).map(OpeningJson.STYLES::read),
        Optional.ofNullable(row.getString("may_ask")).map(ASKERS::read),
        Optional.ofNullable(row.getString("follow_ups")).map(FOLLOW_UPS::read));
  }

  @Override
  public void chooseForChannel(Where where, ChannelSettings settings, Person by) {
    choose(where, where.channel(), settings, by);
  }

  @Override
  public void chooseForWorkspace(Where where, ChannelSettings settings, Person by) {
    choose(where, WHOLE_WORKSPACE, settings, by);
  }

  private void choose(Where where, String channel, ChannelSettings settings, Person by) {
    var sql =
        """
        insert into chat_settings
          (platform, workspace, channel, panel, style, may_ask, follow_ups)
        values (:platform, :workspace, :channel, :panel, :style, :mayAsk, :followUps)
        on conflict (platform, workspace, channel) do update set
          panel = excluded.panel, style = excluded.style,
          may_ask = excluded.may_ask, follow_ups = excluded.follow_ups
        """;
    var audit = new Audit(clock);
    database.write(handle -> {
      audit.settings(handle, where.platform(), where.workspace(), channel, by);
      return handle
          .createUpdate(sql)
          .bind("platform", where.platform())
          .bind("workspace", where.workspace())
          .bind("channel", channel)
          .bind("panel", settings.panel().orElse(null))
          .bind("style", settings.style().map(OpeningJson.STYLES::of).orElse(null))
          .bind("mayAsk", settings.mayAsk().map(ASKERS::of).orElse(null))
          .bind("followUps", settings.followUps().map(FOLLOW_UPS::of).orElse(null))
          .execute();
    });
  }
}
