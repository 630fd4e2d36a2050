using System.Collections.Immutable;
using System.Data.Common;
using System.Text.RegularExpressions;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Subjects that a file with all facts has and the database lacks.</summary>
internal static partial class NewSubjects
{
    /// <summary>Reads them, without what is stated of them; what cannot be a subject is refused.</summary>
    public static (ImmutableArray<Subject> Subjects, ImmutableArray<RefusedEntry> Refusals) Read(
        FactBase facts,
        IReadOnlyList<ExportedSubject> said
    )
    {
        ExportedSubject[] unknown = [.. said.Where(subject => facts.Find(subject.Id) is null)];
        var kinds = unknown
            .DistinctBy(subject => subject.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(subject => subject.Id, subject => KindOf(subject.Kind), StringComparer.OrdinalIgnoreCase);
        var subjects = ImmutableArray.CreateBuilder<Subject>();
        var refusals = ImmutableArray.CreateBuilder<RefusedEntry>();
        var names = new HashSet<string>();
        foreach (var subject in unknown)
        {
            if (GetError(facts, kinds, names, subject) is { } refusal)
                refusals.Add(new RefusedEntry(subject.Id, refusal));
            else
                subjects.Add(SubjectOf(subject));
        }

        return (subjects.ToImmutable(), refusals.ToImmutable());
    }

    /// <summary>Writes them behind those that are there, within the transaction that says something of them.</summary>
    public static Task WriteAsync(DbConnection connection, ImmutableArray<Subject> subjects) =>
        connection.ExecuteAsync(
            """
            INSERT INTO subjects (id, kind, name, parent, about, aliases, details, related, asks, position)
            SELECT @Id, @Kind, @Name, @Parent, @About, @Aliases, @Details, @Related, @Asks,
                (SELECT COALESCE(MAX(position), 0) + 1 FROM subjects WHERE layer = 'global')
            WHERE NOT EXISTS (SELECT 1 FROM subjects WHERE id = @Id)
            """,
            subjects.Select(subject => SubjectRow.From(subject, 0)).ToArray()
        );

    private static Subject SubjectOf(ExportedSubject said) =>
        new()
        {
            Kind = KindOf(said.Kind)!.Value,
            Id = said.Id,
            Name = said.Name ?? "",
            Parent = said.Parent,
            About = said.About,
            Aliases = said.Aliases ?? [],
            Details = said.Details ?? ImmutableSortedDictionary<string, string>.Empty,
            Related = said.Related ?? [],
            Asks = said.Asks ?? [],
        };

    private static Refusal? GetError(FactBase facts, Dictionary<string, SubjectKind?> kinds, HashSet<string> names, ExportedSubject said)
    {
        if (KindOf(said.Kind) is not { } kind || said.Statements.IsDefaultOrEmpty)
            return new Refusal(RefusalCode.LineSubjectOfGroup);
        if (!IdForm().IsMatch(said.Id) || !HasParent(kind, said.Parent is { } parent ? KindIn(facts, kinds, parent) : null))
            return new Refusal(RefusalCode.LineNewSubject);
        if (said.Details?.TryGetValue(DetailNames.VariantOf, out var whole) == true && KindIn(facts, kinds, whole) != SubjectKind.Release)
            return new Refusal(RefusalCode.LineSubject, whole);
        string?[] texts = [.. said.Details?.Values ?? [], .. said.Related ?? [], .. said.Asks ?? [], said.About];
        foreach (var text in texts.OfType<string>())
        {
            if (FactValidator.GetTextError(text, "text", FactValidator.MaxValueLength) is { } unreadable)
                return unreadable;
        }

        // An alias may be the name in another spelling.
        return (said.Aliases ?? [])
            .Prepend(said.Name ?? "")
            .DistinctBy(Tokenizer.Key)
            .Select(name => GetNameError(facts, names, name))
            .FirstOrDefault(error => error is not null);
    }

    private static Refusal? GetNameError(FactBase facts, HashSet<string> names, string name) =>
        FactValidator.GetTextError(name, "name", FactValidator.MaxNameLength)
        ?? NameValidator.GetTakenError(facts, name)
        ?? (names.Add(Tokenizer.Key(name)) ? null : new Refusal(RefusalCode.NameTaken, name, name));

    private static SubjectKind? KindIn(FactBase facts, Dictionary<string, SubjectKind?> kinds, string id) =>
        facts.Find(id)?.Subject.Kind ?? kinds.GetValueOrDefault(id);

    // A release is a family's or a maker's, a family a maker's; the others are by themselves.
    private static bool HasParent(SubjectKind kind, SubjectKind? parent) =>
        kind switch
        {
            SubjectKind.Release => parent is SubjectKind.Family or SubjectKind.Organization,
            SubjectKind.Family => parent is SubjectKind.Organization,
            _ => true,
        };

    private static SubjectKind? KindOf(string? kind) =>
        kind is not null
        && kind.All(char.IsAsciiLetterLower)
        && Enum.TryParse<SubjectKind>(kind, ignoreCase: true, out var known)
        && known != SubjectKind.Words
            ? known
            : null;

    [GeneratedRegex(@"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")]
    private static partial Regex IdForm();
}
