using System.ComponentModel.DataAnnotations;

namespace AiNewsBot.Configuration;

/// <summary>Who keeps the facts that all servers share.</summary>
public sealed class CurationSettings : IValidatableObject
{
    public const string Section = "Curation";

    /// <summary>User ids.</summary>
    public TextList Curators { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var id in Curators.Where(id => id.Length is < 15 or > 20 || !id.All(char.IsAsciiDigit)))
            yield return new ValidationResult($"'{id}' is no user id: in Discord, turn on developer mode and choose Copy User ID", [nameof(Curators)]);
    }
}
