using System.Collections.Immutable;
using System.Text.Json;

namespace AiNewsBot.Discord.Interactions;

/// <summary>Reads interactions from JSON.</summary>
public static class InteractionReader
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;

    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Interaction Read(ReadOnlySpan<byte> json)
    {
        var payload = JsonSerializer.Deserialize(json, InteractionJson.Default.InteractionPayload) ?? throw new JsonException("an interaction is an object");
        var name = payload.Data?.Name ?? "";
        var options = payload.Data?.Options ?? [];
        while (options is [{ Type: Subcommand or SubcommandGroup } inner])
        {
            name = $"{name} {inner.Name}";
            options = inner.Options ?? [];
        }

        return new Interaction
        {
            Id = payload.Id,
            Token = payload.Token,
            ApplicationId = payload.ApplicationId,
            Kind = (InteractionKind)payload.Type,
            Command = name,
            Options = options.ToImmutableDictionary(option => option.Name, TextOf),
            Focused = options.FirstOrDefault(option => option.Focused)?.Name,
            CustomId = payload.Data?.CustomId ?? "",
            Values = [.. payload.Data?.Values ?? []],
            GuildId = payload.GuildId,
            ChannelId = payload.ChannelId,
            UserId = (payload.Member?.User ?? payload.User)?.Id ?? default,
            Locale = payload.Locale ?? "en-US",
        };
    }

    private static string TextOf(InteractionPayload.OptionPayload option) => option.Value.ValueKind switch
    {
        JsonValueKind.String => option.Value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => option.Value.GetRawText(),
        _ => "",
    };
}
