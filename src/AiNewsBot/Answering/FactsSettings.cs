using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Answering;

/// <summary>How old a check of a fact may be.</summary>
internal sealed class FactsSettings : ISettings
{
    public const string Section = "Facts";
    private const int MaxDays = 36_500;

    public int StaleAfterDays { get; set; } = 180;

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public IEnumerable<(string Key, string Fault)> Validate()
    {
        if (StaleAfterDays is < 1 or > MaxDays)
            yield return (nameof(StaleAfterDays), "is a number of days from 1");
    }
}
