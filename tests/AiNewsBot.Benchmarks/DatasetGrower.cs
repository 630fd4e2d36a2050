using AiNewsBot.Facts.Model;

namespace AiNewsBot.Benchmarks;

/// <summary>A dataset that has grown: its makers, families and releases again under
/// other names. Licences and topics stay as they are.</summary>
internal static class DatasetGrower
{
    /// <summary>The subjects, and as many renamed copies of its models as make it so many times as large.</summary>
    public static IReadOnlyList<Subject> Grow(IReadOnlyList<Subject> subjects, int times)
    {
        var models = subjects
            .Where(subject => subject.Kind is SubjectKind.Organization or SubjectKind.Family or SubjectKind.Release)
            .ToArray();
        return [.. subjects, .. Enumerable.Range(1, times - 1).SelectMany(copy => models.Select(subject => Rename(subject, copy)))];
    }

    private static Subject Rename(Subject subject, int copy) =>
        subject with
        {
            Id = Rename(subject.Id, copy),
            Name = Rename(subject.Name, copy),
            Parent = subject.Parent is { } parent ? Rename(parent, copy) : null,
            Aliases = [.. subject.Aliases.Select(alias => Rename(alias, copy))],
            Statements = [.. subject.Statements.Select(statement => statement with { Subject = Rename(statement.Subject, copy) })],
        };

    // Each letter moves on in the alphabet: names stay as long, and as far from one another, as they are.
    private static string Rename(string name, int copy) =>
        string.Concat(
            name.Select(letter =>
                char.IsAsciiLetterLower(letter) ? (char)('a' + (letter - 'a' + copy) % 26)
                : char.IsAsciiLetterUpper(letter) ? (char)('A' + (letter - 'A' + copy) % 26)
                : letter
            )
        );
}
