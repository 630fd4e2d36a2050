using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Curation.Transfer;

/// <summary>
/// Makers and models that a file brings along, as they are called in the server that takes it: under an id of that server, or as what is
/// known by the same name there.
/// </summary>
internal sealed class ImportedSubjects
{
    private readonly Dictionary<string, string> _ids = [];

    /// <summary>Those that are not known yet.</summary>
    public ImmutableArray<Subject> Added { get; private set; } = [];

    /// <summary>Why some cannot be taken.</summary>
    public ImmutableArray<RefusedEntry> Refusals { get; private set; } = [];

    public static ImportedSubjects From(EditContext place, TransferSubject[] subjects)
    {
        var found = new ImportedSubjects();
        var added = ImmutableArray.CreateBuilder<Subject>();
        var refusals = ImmutableArray.CreateBuilder<RefusedEntry>();

        // Makers first: models name them.
        foreach (var subject in subjects.Where(_ => !place.Layer.IsGlobal).OrderBy(subject => subject.Kind == "release"))
        {
            var key = Tokenizer.Key(subject.Name);
            if (place.Facts.Facts.All.FirstOrDefault(view => IsLike(view, subject, key)) is { } known)
            {
                found._ids[subject.Id] = known.Id;
                continue;
            }

            if (Read(place, found, subject) is not { } read)
            {
                refusals.Add(
                    new RefusedEntry(
                        subject.Name,
                        NameValidator.GetNewError(place.Facts.Facts, subject.Name) ?? new Refusal(RefusalCode.LineSubject, subject.Id)
                    )
                );
                continue;
            }

            found._ids[subject.Id] = read.Id;
            added.Add(read);
        }

        (found.Added, found.Refusals) = (added.ToImmutable(), refusals.ToImmutable());
        return found;
    }

    /// <summary>The id that a subject of the file has here.</summary>
    public string IdOf(string id) => _ids.GetValueOrDefault(id, id);

    private static bool IsLike(SubjectView view, TransferSubject subject, string key) =>
        (view.Subject.Kind == SubjectKind.Release) == (subject.Kind == "release")
        && view.Subject.Kind is SubjectKind.Release or SubjectKind.Organization
        && view.Subject.Aliases.Append(view.Name).Any(name => Tokenizer.Key(name) == key);

    private static Subject? Read(EditContext place, ImportedSubjects found, TransferSubject subject)
    {
        var isRelease = subject.Kind == "release";
        if (
            !isRelease && subject.Kind != "organization"
            || FactValidator.GetTextError(subject.Name, "name", NameValidator.MaxLength) is not null
            || NameValidator.GetNewError(place.Facts.Facts, subject.Name) is not null
            || ServerSubjects.CreateId(place.Layer, subject.Name) is not { } id
        )
            return null;
        var parent = isRelease && subject.Parent is { } maker ? found.IdOf(maker) : null;
        var isKnown = parent is null || found._ids.ContainsValue(parent) || place.Find(parent)?.Subject.Kind == SubjectKind.Organization;
        return isRelease != parent is not null || !isKnown
            ? null
            : new Subject
            {
                Kind = isRelease ? SubjectKind.Release : SubjectKind.Organization,
                Id = id,
                Name = subject.Name,
                Parent = parent,
            };
    }
}
