using System.Runtime.CompilerServices;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using AllowedMentions = Discord.AllowedMentions;

namespace AiNewsBot.DiscordNet;

/// <summary>Answers interactions by Discord.Net.</summary>
internal sealed class SocketResponder : IInteractionResponder
{
    // Discord's own; the library has no names for them.
    private const int UnknownInteraction = 10062;
    private const int AlreadyAcknowledged = 40060;

    private const string FormNeedsMenus =
        "This form has menus, which Discord.Net cannot show. The operator of this bot can set Discord:Client to Lean.";

    // Its own AllowedMentions.None leaves the list of kinds away, and so says nothing.
    private static readonly AllowedMentions NoMentions = new(AllowedMentionTypes.None);

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    private readonly ConditionalWeakTable<Interaction, SocketInteraction> _sockets = [];

    /// <summary>Remembers by what an interaction is answered, for as long as it is in use.</summary>
    public void Add(Interaction interaction, SocketInteraction socket) => _sockets.Add(interaction, socket);

    public Task<bool> AnswerAsync(Interaction interaction, InteractionReply reply, long received, CancellationToken cancellationToken)
    {
        var socket = SocketOf(interaction);
        return TryAsync(() =>
            reply switch
            {
                InteractionReply.Send send => SendAsync(socket, send.Message, OptionsOf(cancellationToken)),
                InteractionReply.Update update => UpdateAsync(socket, update.Message, OptionsOf(cancellationToken)),
                InteractionReply.Form form when Forms.CanShow(form) => socket.RespondWithModalAsync(
                    Forms.Build(form),
                    OptionsOf(cancellationToken)
                ),
                InteractionReply.Form => SendAsync(
                    socket,
                    new OutgoingMessage { Components = [new Component.Text(FormNeedsMenus)], IsEphemeral = true },
                    OptionsOf(cancellationToken)
                ),
                InteractionReply.Autocomplete autocomplete => ((SocketAutocompleteInteraction)socket).RespondAsync(
                    autocomplete.Choices.Select(choice => new AutocompleteResult(choice.Name, choice.Value)),
                    OptionsOf(cancellationToken)
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply"),
            }
        );
    }

    public Task<bool> DeferAsync(Interaction interaction, Deferral deferral, long received, CancellationToken cancellationToken)
    {
        var isPrivate = deferral == Deferral.PrivateMessage;
        return TryAsync(() =>
            SocketOf(interaction) switch
            {
                SocketMessageComponent component when deferral != Deferral.Update => component.DeferLoadingAsync(
                    isPrivate,
                    OptionsOf(cancellationToken)
                ),
                SocketModal modal when deferral != Deferral.Update => modal.DeferLoadingAsync(isPrivate, OptionsOf(cancellationToken)),
                var socket => socket.DeferAsync(isPrivate, OptionsOf(cancellationToken)),
            }
        );
    }

    public Task EditOriginalAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        SocketOf(interaction).ModifyOriginalResponseAsync(properties => Fill(properties, message), OptionsOf(cancellationToken));

    public Task FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        // Sent once at most: there is no nonce here.
        var options = OptionsOf(cancellationToken);
        options.RetryMode = RetryMode.RetryRatelimit;
        var (socket, components) = (SocketOf(interaction), ComponentBuilders.Build(message));
        return message.Attachments.IsEmpty
            ? socket.FollowupAsync(ephemeral: message.IsEphemeral, allowedMentions: NoMentions, components: components, options: options)
            : socket.FollowupWithFilesAsync(
                FilesOf(message),
                ephemeral: message.IsEphemeral,
                allowedMentions: NoMentions,
                components: components,
                options: options
            );
    }

    private SocketInteraction SocketOf(Interaction interaction) =>
        _sockets.TryGetValue(interaction, out var socket)
            ? socket
            : throw new InvalidOperationException("the interaction did not come by this gateway");

    private static Task SendAsync(SocketInteraction socket, OutgoingMessage message, RequestOptions options)
    {
        var components = ComponentBuilders.Build(message);
        return message.Attachments.IsEmpty
            ? socket.RespondAsync(ephemeral: message.IsEphemeral, allowedMentions: NoMentions, components: components, options: options)
            : socket.RespondWithFilesAsync(
                FilesOf(message),
                ephemeral: message.IsEphemeral,
                allowedMentions: NoMentions,
                components: components,
                options: options
            );
    }

    private static Task UpdateAsync(SocketInteraction socket, OutgoingMessage message, RequestOptions options) =>
        socket switch
        {
            SocketMessageComponent component => component.UpdateAsync(properties => Fill(properties, message), options),
            SocketModal modal => modal.UpdateAsync(properties => Fill(properties, message), options),
            _ => throw new InvalidOperationException($"{socket.Type} has no message to change"),
        };

    private static void Fill(MessageProperties properties, OutgoingMessage message)
    {
        properties.Components = ComponentBuilders.Build(message);
        properties.AllowedMentions = NoMentions;
        properties.Flags = MessageFlags.ComponentsV2;
        if (!message.Attachments.IsEmpty || message.ClearsAttachments)
            properties.Attachments = new(FilesOf(message));
    }

    private static IEnumerable<FileAttachment> FilesOf(OutgoingMessage message) =>
        [.. message.Attachments.Select(file => new FileAttachment(new MemoryStream(file.Content.ToArray()), file.Name, file.Description))];

    private static RequestOptions OptionsOf(CancellationToken cancellationToken) =>
        new()
        {
            CancelToken = cancellationToken,
            Timeout = (int)Window.TotalMilliseconds,
            RetryMode = RetryMode.AlwaysRetry,
        };

    private static async Task<bool> TryAsync(Func<Task> answer)
    {
        try
        {
            await answer();
            return true;
        }
        catch (HttpException exception) when ((int?)exception.DiscordCode == AlreadyAcknowledged)
        {
            return true;
        }
        catch (HttpException exception) when ((int?)exception.DiscordCode == UnknownInteraction)
        {
            return false;
        }
    }
}
