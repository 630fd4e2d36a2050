using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Chat.Limits;

/// <summary>How often one person may do what costs the bot something; 0 is no limit.</summary>
internal sealed class LimitSettings : ISettings
{
    public const string Section = "Limits";
    private const int MaxCount = 1_000_000;

    public int QuestionsPerMinute { get; set; } = 120;

    public int ClaimChecksPerMinute { get; set; } = 60;

    /// <summary>/feeds check and /feeds add, which fetch a typed address.</summary>
    public int FeedRequestsPerMinute { get; set; } = 60;

    public int SuggestionsPerHour { get; set; } = 5;

    /// <summary>Questions without an answer of one person that are listed for the moderators.</summary>
    public int UnansweredPerHour { get; set; } = 20;

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public IEnumerable<(string Key, string Fault)> Validate() =>
        new[]
        {
            (nameof(QuestionsPerMinute), QuestionsPerMinute),
            (nameof(ClaimChecksPerMinute), ClaimChecksPerMinute),
            (nameof(FeedRequestsPerMinute), FeedRequestsPerMinute),
            (nameof(SuggestionsPerHour), SuggestionsPerHour),
            (nameof(UnansweredPerHour), UnansweredPerHour),
        }
            .Where(pair => pair.Item2 is < 0 or > MaxCount)
            .Select(pair => (pair.Item1, "is a number from 0, which is no limit"));
}
