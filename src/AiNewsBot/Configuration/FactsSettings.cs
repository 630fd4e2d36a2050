using System.ComponentModel.DataAnnotations;

namespace AiNewsBot.Configuration;

/// <summary>How old a check of a fact may be.</summary>
public sealed class FactsSettings
{
    public const string Section = "Facts";

    [Range(1, 36500, ErrorMessage = "is a number of days from 1")]
    public int StaleAfterDays { get; set; } = 180;
}
