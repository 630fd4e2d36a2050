using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Configuration;

/// <summary>Checks settings by their annotations; each fault is one line that names the key.</summary>
internal sealed class SettingsValidator<T>(string section) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(results.Select(result => $"{section}:{result.MemberNames.First()} {result.ErrorMessage}"));
    }
}
