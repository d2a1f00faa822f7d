package dev.roundtable.discord;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;

/**
 * Roundtable in Discord: takes what people do there to the desk and says what it answers. What a
 * debate posts goes through the outlet, not through here.
 */
public final class DiscordFrontEnd implements AutoCloseable {
  private final Lanes lanes = new Lanes();
  private final SlashCommands commands;
  private final AdminCommands adminCommands;
  private final MessageCommands messageCommands;
  private final Completions completions;
  private final FormTalk forms;
  private final Presses presses;
  private final Conversation conversation;
  private final Removals removals;
  private final DiscordOutlet outlet;
  private final DiscordLink link;
  private final Cards cards = new Cards();
  private volatile boolean left;

  /** A front end that is not connected yet; the outlet is connected together with it. */
  public DiscordFrontEnd(DiscordSettings settings, DiscordPorts ports, DiscordOutlet outlet) {
    this.outlet = outlet;
    var doorman = new Doorman(settings, outlet.rest(), ports.timer());
    var tongues = new Tongues();
    var stage = new Stage(doorman, tongues);
    var counter = new Counter(ports, stage, cards, lanes, outlet);
    this.conversation = new Conversation(ports, doorman, outlet.rest(), cards, tongues);
    this.removals = new Removals(ports.desk(), doorman);
    this.forms = new FormTalk(counter, lanes);
    this.commands = new SlashCommands(counter, forms);
    this.adminCommands = new AdminCommands(ports, counter);
    this.messageCommands = new MessageCommands(ports.desk(), counter, forms);
    this.completions = new Completions(ports.panels(), stage, lanes);
    this.presses = new Presses(counter, forms);
    this.link = new DiscordLink(settings, outlet, ports.memo(), ports.timer(), this::onEvent);
  }

  /** Returns at once; the line comes up by itself, as soon as it can. */
  public void start() {
    outlet.tellRefusals(cards::refused);
    link.open();
  }

  // On the gateway's own thread, so in order; whatever takes time goes on elsewhere.
  private void onEvent(GenericEvent event) {
    if (left) {
      return;
    }
    switch (event) {
      case SlashCommandInteractionEvent admin when admin.getName().equals(DiscordCommands.ADMIN) ->
          adminCommands.typed(admin);
      case SlashCommandInteractionEvent slash -> commands.typed(slash);
      case MessageContextInteractionEvent chosen -> messageCommands.chosen(chosen);
      case ButtonInteractionEvent button -> presses.pressed(button);
      case ModalInteractionEvent filled -> forms.filled(filled);
      case CommandAutoCompleteInteractionEvent typed -> completions.typed(typed);
      case MessageReceivedEvent said ->
          lanes.run(said.getChannel().getId(), () -> conversation.said(said));
      case MessageDeleteEvent gone ->
          lanes.run(gone.getChannel().getId(), () -> removals.deleted(gone));
      case MessageBulkDeleteEvent gone ->
          lanes.run(gone.getChannel().getId(), () -> removals.deleted(gone));
      case ChannelDeleteEvent gone ->
          lanes.run(gone.getChannel().getId(), () -> removals.closed(gone));
      default -> {}
    }
  }

  /** Completes once all shards are connected, or something has hindered that for the first time. */
  public CompletableFuture<Void> tried() {
    return link.tried();
  }

  /** What keeps the bot from hearing or being heard, nothing if all is well. */
  public Optional<String> trouble() {
    return link.trouble();
  }

  /** Hears nothing any more; its line is there until it is closed. */
  public void leave() {
    left = true;
    lanes.close();
  }

  @Override
  public void close() {
    leave();
    link.close();
  }
}
