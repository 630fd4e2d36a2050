using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Chat.Discord;

/// <summary>The bot's account on Discord.</summary>
internal sealed partial class DiscordSettings : ISettings, IValidatableObject
{
    public const string Section = "Discord";
    private const int BytesOfPublicKey = 32;

    /// <summary>As many as may identify within a day, by Discord's usual limit.</summary>
    private const int MaxShards = 1000;

    /// <summary>Secret; never logged.</summary>
    public string? Token { get; set; }

    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10";

    public bool Gateway { get; set; } = true;

    public string? PublicKey { get; set; }

    /// <summary>A number, or auto.</summary>
    public string ShardCount { get; set; } = "auto";

    /// <summary>The library that speaks with Discord.</summary>
    public DiscordClientKind Client { get; set; }

    /// <summary>The number of shards; null for Discord's own recommendation.</summary>
    public int? Shards => int.TryParse(ShardCount, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>Why a token is malformed, without repeating it; null when it is well formed: three parts of which the first is the bot's id
    /// in base 64.</summary>
    public static string? GetTokenError(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || parts.Any(part => part.Length == 0))
            return "is no bot token: it has three parts with dots between them (copy it again from the Bot page of the developer portal)";
        return token.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '=')
            ? null
            : "is no bot token: it has characters that no token has (leave out quotes, spaces and the word Bot)";
    }

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Token) && GetTokenError(Token) is { } fault)
            yield return new ValidationResult(fault, [nameof(Token)]);
        if (!Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return new ValidationResult(
                "must be the address of Discord's API, such as https://discord.com/api/v10",
                [nameof(ApiBaseUrl)]
            );
        if (Client == DiscordClientKind.DiscordNet)
        {
            if (DiscordFeature.DiscordNet is null)
                yield return new ValidationResult(
                    "is DiscordNet, which this program is built without: start AiNewsBot.DiscordNet, or leave it at Lean",
                    [nameof(Client)]
                );
            if (!Gateway || !string.IsNullOrEmpty(PublicKey))
                yield return new ValidationResult(
                    "is DiscordNet, which takes interactions by the gateway alone: leave Discord:Gateway on and Discord:PublicKey empty, "
                        + "or take Lean",
                    [nameof(Client)]
                );
        }

        if (ShardCount != "auto" && Shards is not (> 0 and <= MaxShards))
            yield return new ValidationResult($"must be auto or a number from 1 to {MaxShards}", [nameof(ShardCount)]);
        if (!string.IsNullOrEmpty(PublicKey) && !(PublicKey.Length == 2 * BytesOfPublicKey && PublicKey.All(char.IsAsciiHexDigit)))
            yield return new ValidationResult("must be the application's public key: 64 hexadecimal digits", [nameof(PublicKey)]);
    }

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<DiscordSettings>;
}
