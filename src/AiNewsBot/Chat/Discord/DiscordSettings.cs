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
    private const string All = "all";
    private const string Auto = "auto";
    private const int BytesOfPublicKey = 32;

    /// <summary>As many as may identify within a day, by Discord's usual limit.</summary>
    private const int MaxShards = 1000;

    /// <summary>Secret; never logged.</summary>
    public string? Token { get; set; }

    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10";

    public bool Gateway { get; set; } = true;

    public string? PublicKey { get; set; }

    /// <summary>A number, or auto.</summary>
    public string ShardCount { get; set; } = Auto;

    /// <summary>Those that this process runs: all, a number, a range such as 0-3, or auto.</summary>
    public string Shards { get; set; } = All;

    /// <summary>The library that speaks with Discord.</summary>
    public DiscordClientKind Client { get; set; }

    /// <summary>The number of shards; null for Discord's own recommendation.</summary>
    internal int? Total => ParseNumber(ShardCount);

    /// <summary>Whether the processes divide the shards by leases in the database.</summary>
    internal bool LeasesShards => Shards == Auto;

    /// <summary>The shards that this process runs; null for all, and where they are leased.</summary>
    internal Range? Own =>
        Shards.Split('-') is var ends && ParseNumber(ends[0]) is { } first && ParseNumber(ends[^1]) is { } last && ends.Length <= 2
            ? first..(last + 1)
            : null;

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

    static ConfigurationKeyTree ISettings.CreateKeys() => ConfigurationKeyTree.For<DiscordSettings>(Section);

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

        if (ShardCount != Auto && Total is not (> 0 and <= MaxShards))
            yield return new ValidationResult($"must be auto or a number from 1 to {MaxShards}", [nameof(ShardCount)]);
        if (GetShardsError() is { } shards)
            yield return new ValidationResult(shards, [nameof(Shards)]);
        if (!string.IsNullOrEmpty(PublicKey) && !(PublicKey.Length == 2 * BytesOfPublicKey && PublicKey.All(char.IsAsciiHexDigit)))
            yield return new ValidationResult("must be the application's public key: 64 hexadecimal digits", [nameof(PublicKey)]);
    }

    private static int? ParseNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? GetShardsError()
    {
        if (Shards == All)
            return null;
        if (!LeasesShards && Own is null)
            return "must be all, auto, a number or a range such as 0-3";
        if (Total is not { } total)
            return "needs Discord:ShardCount as a number, the same for all processes";
        if (Client == DiscordClientKind.DiscordNet)
            return "must be all with DiscordNet";
        return Own is { } own && (own.Start.Value >= own.End.Value || own.End.Value > total)
            ? FormattableString.Invariant($"must lie within 0-{total - 1}, for Discord:ShardCount is {total}")
            : null;
    }

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<DiscordSettings>;
}
