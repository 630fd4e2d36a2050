using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Chat.Limits;

/// <summary>How often one person may do what costs the bot something; 0 is no limit.</summary>
internal sealed partial class LimitSettings : ISettings
{
    public const string Section = "Limits";
    private const int MaxCount = 1_000_000;
    private const string Fault = "must be a number from 0, which is no limit";

    [Between(0, MaxCount, ErrorMessage = Fault)]
    public int QuestionsPerMinute { get; set; } = 120;

    [Between(0, MaxCount, ErrorMessage = Fault)]
    public int ClaimChecksPerMinute { get; set; } = 60;

    /// <summary>/feeds check and /feeds add, which fetch a typed address.</summary>
    [Between(0, MaxCount, ErrorMessage = Fault)]
    public int FeedRequestsPerMinute { get; set; } = 60;

    [Between(0, MaxCount, ErrorMessage = Fault)]
    public int SuggestionsPerHour { get; set; } = 5;

    /// <summary>Questions without an answer of one person that are listed for the moderators.</summary>
    [Between(0, MaxCount, ErrorMessage = Fault)]
    public int UnansweredPerHour { get; set; } = 20;

    static string ISettings.Section => Section;

    static ConfigurationKeyTree ISettings.CreateKeys() => ConfigurationKeyTree.For<LimitSettings>(Section);

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<LimitSettings>;
}
