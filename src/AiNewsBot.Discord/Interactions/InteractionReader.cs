using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Interactions;

/// <summary>Reads interactions from JSON.</summary>
public static class InteractionReader
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;
    private const int MessageCommand = 3;

    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">The JSON is not of this form.</exception>
    public static Interaction Read(ReadOnlySpan<byte> json)
    {
        var payload =
            JsonSerializer.Deserialize(json, InteractionJson.Default.InteractionPayload)
            ?? throw new JsonException("an interaction is an object");
        var (name, options) = CommandOf(payload.Data);
        var interaction = new Interaction
        {
            Id = payload.Id,
            Token = payload.Token,
            ApplicationId = payload.ApplicationId,
            Kind = KindOf(payload),
            Command = name,
            Options = options.ToImmutableDictionary(option => option.Name, option => option.Value ?? ""),
            Focused = Array.Find(options, option => option.Focused)?.Name,
            CustomId = payload.Data?.CustomId ?? "",
            Values = [.. payload.Data?.Values ?? []],
            GuildId = payload.GuildId,
            ChannelId = payload.ChannelId,
            MessageId = payload.Message?.Id,
            UserId = (payload.Member?.User ?? payload.User)?.Id ?? default,
            MemberRoles = [.. payload.Member?.Roles ?? []],
            MemberPermissions = payload.Member?.Permissions.Value ?? 0,
            AppPermissions = payload.AppPermissions.Value,
            Locale = payload.Locale ?? "en-US",
            GuildLocale = payload.GuildLocale,
            Place = (InteractionPlace?)payload.Context,
            InstalledInGuild = OwnerOf(payload, "0"),
            InstalledByUser = OwnerOf(payload, "1"),
        };

        // Most interactions have neither.
        if (payload.Data?.Components is { Length: > 0 } components)
            interaction = interaction with { Fields = FieldsOf(components) };
        return payload.Data?.Resolved is { } resolved ? WithResolved(interaction, resolved, payload.Data.TargetId) : interaction;
    }

    private static InteractionKind KindOf(InteractionPayload payload) =>
        payload switch
        {
            { Type: (int)InteractionKind.Command, Data.Type: MessageCommand } => InteractionKind.MessageCommand,
            { Type: >= (int)InteractionKind.Ping and <= (int)InteractionKind.Form } => (InteractionKind)payload.Type,
            _ => throw new JsonException($"{payload.Type} is no kind of interaction that is known"),
        };

    private static (string Name, InteractionData.OptionPayload[] Options) CommandOf(InteractionData? data)
    {
        var (name, options) = (data?.Name ?? "", data?.Options ?? []);
        while (options is [{ Type: Subcommand or SubcommandGroup } inner])
            (name, options) = ($"{name} {inner.Name}", inner.Options ?? []);
        return (name, options);
    }

    // In direct messages with the bot the guild's id is 0.
    private static Snowflake? OwnerOf(InteractionPayload payload, string kind) =>
        payload.AuthorizingIntegrationOwners?.TryGetValue(kind, out var owner) == true && owner.Value != 0 ? owner : null;

    private static ImmutableDictionary<string, ImmutableArray<string>> FieldsOf(IEnumerable<InteractionData.FieldPayload> components)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        var open = new Stack<InteractionData.FieldPayload>(components);
        while (open.TryPop(out var field))
        {
            if (field.CustomId is not null)
                fields[field.CustomId] = field.Value is not null ? [field.Value] : [.. field.Values ?? []];
            if (field.Component is not null)
                open.Push(field.Component);
            foreach (var inner in field.Components ?? [])
                open.Push(inner);
        }

        return fields.ToImmutable();
    }

    // Forwarded messages hold no forwarded ones themselves.
    private static IEnumerable<string> TextsOf(InteractionPayload.MessagePayload message) =>
        new[] { message }
            .Concat((message.MessageSnapshots ?? []).Select(snapshot => snapshot.Message).OfType<InteractionPayload.MessagePayload>())
            .SelectMany(one =>
                (one.Embeds ?? [])
                    .SelectMany(embed =>
                        new[] { embed.Title, embed.Description }.Concat(
                            (embed.Fields ?? []).SelectMany(field => new[] { field.Name, field.Value })
                        )
                    )
                    .Prepend(one.Content)
            )
            .OfType<string>()
            .Where(text => text.Length > 0);

    private static Interaction WithResolved(Interaction interaction, InteractionData.ResolvedPayload resolved, Snowflake? target) =>
        interaction with
        {
            Target =
                target is { } id && resolved.Messages?.GetValueOrDefault(id.ToString()) is { } message
                    ? new TargetMessage(message.Id, message.Content ?? "", message.Author?.Id ?? default) { Texts = [.. TextsOf(message)] }
                    : null,
            Channels = (resolved.Channels ?? []).Values.ToImmutableDictionary(
                channel => channel.Id,
                channel => new ResolvedChannel(channel.Id, (ChannelType)channel.Type, channel.Name ?? "", channel.AppPermissions?.Value)
                {
                    IsArchived = channel.ThreadMetadata?.Archived ?? false,
                    IsLocked = channel.ThreadMetadata?.Locked ?? false,
                }
            ),
            Roles = (resolved.Roles ?? []).Values.ToImmutableDictionary(
                role => role.Id,
                role => new ResolvedRole(role.Id, role.Name ?? "", role.Mentionable)
            ),
            Attachments = (resolved.Attachments ?? []).Values.ToImmutableDictionary(
                file => file.Id,
                file => new ResolvedAttachment(file.Id, file.Filename ?? "", file.Url, file.Size, file.ContentType)
            ),
        };
}
