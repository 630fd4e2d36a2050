using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Curation.Editing;

/// <summary>Who keeps the facts that all servers share.</summary>
internal sealed class CurationSettings : ISettings
{
    public const string Section = "Curation";

    /// <summary>User ids.</summary>
    public CommaSeparatedList Curators { get; set; } = [];

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) =>
        Curators = CommaSeparatedList.FromSection(section.GetSection(nameof(Curators))) ?? [];

    public IEnumerable<(string Key, string Fault)> Validate()
    {
        foreach (var id in Curators.Where(id => id.Length is < 15 or > 20 || !id.All(char.IsAsciiDigit)))
            yield return (nameof(Curators), $"'{id}' is no user id: in Discord, turn on developer mode and choose Copy User ID");
    }
}
