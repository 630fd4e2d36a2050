using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Net;

namespace AiNewsBot.Configuration;

/// <summary>How feeds are read.</summary>
public sealed class NewsSettings : IValidatableObject
{
    public const string Section = "News";
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How often a feed is read, unless its server asks for less.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Addresses and blocks that feeds may be fetched from though they are private.</summary>
    public TextList AllowedPrivateAddresses { get; set; } = [];

    public ImmutableArray<IPNetwork> AllowedBlocks => [.. AllowedPrivateAddresses.Select(AddressBlock.TryParse).OfType<IPNetwork>()];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PollInterval < Shortest || PollInterval > Longest)
            yield return new ValidationResult($"is a time from {Shortest:c} to a day, such as 00:05:00", [nameof(PollInterval)]);
        foreach (var text in AllowedPrivateAddresses.Where(text => AddressBlock.TryParse(text) is null))
            yield return new ValidationResult($"'{text}' is no address or block of addresses: write 10.1.2.3, 10.1.0.0/16 or fd00::/8", [nameof(AllowedPrivateAddresses)]);
    }
}
