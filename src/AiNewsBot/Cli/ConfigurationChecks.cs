using AiNewsBot.Chat.Discord;
using AiNewsBot.Configuration;
using AiNewsBot.Hosting;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Cli;

/// <summary>Checks what can be read: keys, values and the token's form.</summary>
internal static class ConfigurationChecks
{
    /// <summary>A finding for each fault; a single good one without faults.</summary>
    public static IEnumerable<Finding> Keys(CliContext context)
    {
        string[] errors =
        [
            .. ConfigurationKeyValidator.GetErrors(context.UncheckedConfiguration),
            .. BotSettings.Sections.SelectMany(section => section.GetErrors(context.UncheckedConfiguration)),
        ];
        return errors.Length == 0
            ? [Finding.Ok("configuration", "every key is known, and every value is of its kind")]
            : errors.Select(error => new Finding("configuration", ExitCode.Usage, error));
    }

    /// <summary>The settings of a section; null where it has a fault, which is told once.</summary>
    public static T? Read<T>(CliContext context)
        where T : class, ISettings, new()
    {
        try
        {
            return SettingsBinder.Read<T>(context.UncheckedConfiguration);
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    public static Finding Token(DiscordSettings discord) =>
        string.IsNullOrEmpty(discord.Token)
            ? new Finding("token", ExitCode.Usage, "none: set Discord__Token (asking in the terminal works without)")
            : Finding.Ok("token", "has the form of one; --online asks Discord whether it takes it");

    /// <summary>Whether anybody can reach the bot at all.</summary>
    public static Finding Interactions(DiscordSettings discord, HttpSettings? http) =>
        (discord.Gateway, string.IsNullOrEmpty(discord.PublicKey)) switch
        {
            (false, true) => new Finding(
                "interactions",
                ExitCode.Usage,
                "Discord:Gateway is false and Discord:PublicKey is not set: questions reach the bot neither by the gateway nor by "
                    + "HTTP. Set Discord:PublicKey, or turn the gateway on"
            ),
            (false, false) when string.IsNullOrWhiteSpace(http?.Urls) => new Finding(
                "interactions",
                ExitCode.Usage,
                "Discord:Gateway is false and Http:Urls is empty: Discord cannot reach the bot"
            ),
            (false, false) => Finding.Ok("interactions", $"by HTTP at /interactions on {http.Urls}, behind a proxy with HTTPS"),
            (true, false) => Finding.Ok("interactions", "by the gateway, and by HTTP at /interactions"),
            _ => Finding.Ok("interactions", "by the gateway"),
        };

    public static Finding Libraries() =>
        (SystemLibraries.GetIcuError() ?? SystemLibraries.GetOpenSslError() ?? SystemLibraries.GetTimeZoneError()) is { } error
            ? new Finding("libraries", ExitCode.Usage, error)
            : Finding.Ok("libraries", "ICU, OpenSSL and time-zone data are installed");
}
