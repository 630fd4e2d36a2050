using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Claims;

/// <summary>A name in a message.</summary>
/// <param name="Unit">Index of its unit.</param>
/// <param name="Typed">As it was written.</param>
/// <param name="Link">What it means; null for a name of nothing known.</param>
/// <param name="Kind">What kind of name it is.</param>
internal sealed record ClaimName(int Unit, string Typed, EntityLink? Link, ClaimNameKind Kind)
{
    /// <summary>Of whom something is said by this name; null where that is not certain.</summary>
    public NamedSubject? Named { get; init; }

    /// <summary>Whether something can be claimed of it.</summary>
    public bool IsSubject => Kind != ClaimNameKind.Licence;

    /// <summary>Whether another name means the same.</summary>
    public bool IsSame(ClaimName other) =>
        Link is null
            ? other.Link is null && string.Equals(Typed, other.Typed, StringComparison.OrdinalIgnoreCase)
            : other.Link is { } link && Link.Version == link.Version && Link.Candidates.SequenceEqual(link.Candidates);

    /// <summary>The kind of what a link means.</summary>
    public static ClaimNameKind KindOf(EntityLink? link) =>
        link is null || link.Version is not null
            ? ClaimNameKind.Unknown
            : link.Subject.Subject.Kind switch
            {
                SubjectKind.Licence => ClaimNameKind.Licence,
                SubjectKind.Organization => ClaimNameKind.Maker,
                _ => ClaimNameKind.Model,
            };
}
