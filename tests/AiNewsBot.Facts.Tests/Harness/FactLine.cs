using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.Harness;

/// <summary>
/// Statements in a line each, so that tests read as tables: "licence Permissive 2024-01-01..2024-06-01 disputed press". Behind bars
/// stand qualifiers: "condition user-cap | text: at most ten users | limit: 10".
/// </summary>
internal static class FactLine
{
    public static Source Press { get; } = new("https://press.example.org/story", "Story", "The Paper", SourceKind.Secondary);

    public static Source Index { get; } = new("https://index.example.org/models", "Models", "The Index", SourceKind.Index);

    /// <summary>A release of which nothing is known but these lines.</summary>
    public static Subject Model(string id, params string[] lines) => Subject(SubjectKind.Release, id, lines) with { Parent = "family" };

    /// <summary>A licence with these lines.</summary>
    public static Subject Terms(string id, params string[] lines) => Subject(SubjectKind.Licence, id, lines);

    /// <summary>A subject of any kind with these lines.</summary>
    public static Subject Subject(SubjectKind kind, string id, params string[] lines) =>
        new()
        {
            Kind = kind,
            Id = id,
            Name = id,
            Statements = [.. lines.Select(line => Parse(id, line))],
        };

    public static Statement Parse(string subject, string line)
    {
        var parts = line.Split(" | ");
        var words = parts[0].Split(' ');
        var value = string.Join(' ', words.Skip(1).Where(word => !IsMark(word)));
        var statement = FactBuilder.State(subject, words[0], value);
        foreach (var word in words.Skip(1).Where(IsMark))
            statement = With(statement, word);
        if (words[0] == Properties.Announced)
            statement = statement with { ValidFrom = FactDate.Parse(words[1]), Value = words[1] };
        foreach (var (key, text) in parts.Skip(1).Select(part => part.Split(": ", 2)).Select(pair => (pair[0], pair[1])))
            statement =
                key == "note" ? statement with { Note = text } : statement with { Qualifiers = statement.Qualifiers.Add(key, text) };
        return statement;
    }

    private static bool IsMark(string word) =>
        word is "preferred" or "disputed" or "deprecated" or "press" or "index" or "local"
        || word.Contains("..", StringComparison.Ordinal)
        || FactDate.TryParse(word, out _);

    private static Statement With(Statement statement, string mark)
    {
        switch (mark)
        {
            case "preferred":
                return statement with { Rank = Rank.Preferred };
            case "disputed":
                return statement with { Rank = Rank.Disputed };
            case "deprecated":
                return statement with { Rank = Rank.Deprecated };
            case "press":
                return statement with { Sources = [Press] };
            case "index":
                return statement with { Sources = [Index] };
            case "local":
                return statement with { IsLocal = true };
            default:
                var ends = mark.Split("..");
                return statement with
                {
                    ValidFrom = ends[0].Length == 0 ? null : FactDate.Parse(ends[0]),
                    ValidTo = ends.Length < 2 || ends[1].Length == 0 ? null : FactDate.Parse(ends[1]),
                };
        }
    }
}
