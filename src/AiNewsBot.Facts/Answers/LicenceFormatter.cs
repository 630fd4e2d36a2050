using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>How licences and their conditions are spoken of.</summary>
internal static class LicenceFormatter
{
    /// <summary>The SPDX id where there is one and it says more than the name, else the name.</summary>
    public static string GetShortName(Licence licence) => licence.ShortName;

    /// <summary>The name, for a sentence: in full, with the SPDX id.</summary>
    public static string GetFullName(Licence licence) =>
        licence.Id.StartsWith("LicenseRef-", StringComparison.Ordinal) || licence.Name == licence.Id
            ? licence.Name
            : $"{licence.Name} ({licence.Id})";

    /// <summary>Conditions as clauses of one sentence.</summary>
    public static string Clauses(IEnumerable<Condition> conditions) =>
        string.Join("; ", conditions.Select(condition => LowerFirst(condition.Text.TrimEnd('.'))));

    /// <summary>What a condition is on, in a word or two: user cap.</summary>
    public static string GetKind(AnswerContext context, Condition condition) =>
        context.IsEnglish ? condition.Kind.Replace('-', ' ') : context.Wording[$"said_condition_{condition.Kind}"];

    /// <summary>Conditions one below the other.</summary>
    public static ImmutableArray<AnswerRow> Rows(IEnumerable<Condition> conditions) =>
        [.. conditions.Select(condition => new AnswerRow("", condition.Text) { IsLocal = condition.Statement.IsLocal })];

    /// <summary>The statements behind a licence and its conditions.</summary>
    public static IEnumerable<Statement> Statements(Licence licence, ImmutableArray<Condition> conditions) =>
        (licence.CommercialStatement is { } commercial ? new[] { commercial } : []).Concat(
            conditions.Select(condition => condition.Statement)
        );

    /// <summary>Whether two are the same, or of one kind that its name tells: the Modified MIT License of several makers.</summary>
    public static bool AreAlike(Licence one, Licence other) =>
        one == other
        || one.Name.IndexOf('(', StringComparison.Ordinal) is var end and > 0
            && other.Name.StartsWith(one.Name.AsSpan(0, end), StringComparison.Ordinal);

    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && (char.IsLower(text[1]) || text is ['A', ' ', ..])
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
}
