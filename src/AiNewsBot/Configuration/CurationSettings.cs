using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>Who keeps the facts that all servers share.</summary>
public sealed class CurationSettings : ISettings
{
    public const string Section = "Curation";

    /// <summary>User ids.</summary>
    public TextList Curators { get; set; } = [];

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => Curators = TextList.Of(section.GetSection(nameof(Curators))) ?? [];

    public IEnumerable<(string Key, string Fault)> Faults()
    {
        foreach (var id in Curators.Where(id => id.Length is < 15 or > 20 || !id.All(char.IsAsciiDigit)))
            yield return (nameof(Curators), $"'{id}' is no user id: in Discord, turn on developer mode and choose Copy User ID");
    }
}
