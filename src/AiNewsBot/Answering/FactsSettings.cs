using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Answering;

/// <summary>How old a check of a fact may be.</summary>
internal sealed partial class FactsSettings : ISettings
{
    public const string Section = "Facts";
    private const int MaxDays = 36_500;

    [Between(1, MaxDays, ErrorMessage = "must be a number of days from 1")]
    public int StaleAfterDays { get; set; } = 180;

    static string ISettings.Section => Section;

    static ConfigurationKeyTree ISettings.CreateKeys() => ConfigurationKeyTree.For<FactsSettings>(Section);

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<FactsSettings>;
}
