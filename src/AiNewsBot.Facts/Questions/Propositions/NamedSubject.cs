using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>The subject of something that is said.</summary>
/// <param name="Subject">The subject; the family where the name means several of its releases.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Releases">Ids of those releases; null where the subject is meant itself.</param>
internal sealed record NamedSubject(SubjectView Subject, string Name, string? Releases)
{
    /// <summary>A licence that is spoken of; by the name of its kind where that is what is named.</summary>
    public static NamedSubject ForLicence(PropositionClause clause, EntityLink link) =>
        new(link.Subject, LicenceKindNames.KindOf(clause, link) ?? link.Subject.Name, null);

    /// <summary>The subject that a name means; null where that is not certain.</summary>
    public static NamedSubject? Create(EntityLink link, FactBase facts)
    {
        if (link.Version is not null)
            return null;
        if (!link.IsAmbiguous)
            return new NamedSubject(link.Subject, link.Subject.Name, null);
        return
            !link.IsTypo
            && link.Candidates.All(view => view is Release)
            && link.Candidates.Select(facts.FamilyOf).Distinct().ToArray() is [{ } family]
            ? new NamedSubject(family, link.Typed, string.Join(' ', link.Candidates.Select(view => view.Id)))
            : null;
    }
}
