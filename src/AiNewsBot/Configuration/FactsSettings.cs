using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>How old a check of a fact may be.</summary>
public sealed class FactsSettings : ISettings
{
    public const string Section = "Facts";
    private const int MostDays = 36_500;

    public int StaleAfterDays { get; set; } = 180;

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public IEnumerable<(string Key, string Fault)> Faults()
    {
        if (StaleAfterDays is < 1 or > MostDays)
            yield return (nameof(StaleAfterDays), "is a number of days from 1");
    }
}
