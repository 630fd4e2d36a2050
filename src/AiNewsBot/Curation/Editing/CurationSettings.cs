using System.ComponentModel.DataAnnotations;
using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Curation.Editing;

/// <summary>Who keeps the facts that all servers share.</summary>
internal sealed partial class CurationSettings : ISettings, IValidatableObject
{
    public const string Section = "Curation";

    /// <summary>User ids.</summary>
    public CommaSeparatedList Curators { get; set; } = [];

    static string ISettings.Section => Section;

    static ConfigurationKeyTree ISettings.CreateKeys() => ConfigurationKeyTree.For<CurationSettings>(Section);

    public void Bind(IConfigurationSection section) =>
        Curators = CommaSeparatedList.FromSection(section.GetSection(nameof(Curators))) ?? [];

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var id in Curators.Where(id => id.Length is < 15 or > 20 || !id.All(char.IsAsciiDigit)))
            yield return new ValidationResult(
                $"'{id}' is no user id: in Discord, turn on developer mode and choose Copy User ID",
                [nameof(Curators)]
            );
    }

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<CurationSettings>;
}
