using System.ComponentModel.DataAnnotations;

namespace AiNewsBot.Configuration;

/// <summary>A whole number within bounds, both included. The generated validators replace the framework's own attribute by one that ignores
/// its message.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BetweenAttribute(int minimum, int maximum) : ValidationAttribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;

    public override bool IsValid(object? value) => value is int number && number >= Minimum && number <= Maximum;
}
