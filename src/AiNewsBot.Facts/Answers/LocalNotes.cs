using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>Says which layer spoke: what the moderators of a server state themselves, and what was taken back and by whom.</summary>
internal static class LocalNotes
{
    private const int MaxNamed = 4;

    /// <summary>What moderators state of what the answer tells; null where they state nothing of it.</summary>
    public static string? Stated(AnswerContext context, Answer answer)
    {
        var local = answer.Facts.Where(fact => fact.IsLocal).Select(fact => (fact.Subject, fact.Property)).Distinct().ToArray();
        return local.Length == 0
            ? null
            : $"{context.Wording["local"]} {context.Wording["local_what", ("what", Named(context, answer, local))]}";
    }

    /// <summary>What is unknown by an editor's decision, and whose.</summary>
    public static IEnumerable<string> Unknown(AnswerContext context, Answer answer)
    {
        if (answer.Status is not (AnswerStatus.Answered or AnswerStatus.NoFact) || answer.Intent is not { } intent)
            yield break;
        var subjects = answer
            .Subjects.SelectMany(subject => context.Facts.ReleasesOf(subject).Prepend(subject))
            .Where(IsEdited)
            .DistinctBy(subject => subject.Id)
            .ToArray();
        if (subjects.Length == 0)
            yield break;
        (string Key, Func<SubjectView, IEnumerable<string>> Find)[] kinds =
        [
            ("local_withdrawn", view => Withdrawn(context, view, isLocal: true)),
            ("withdrawn", view => Withdrawn(context, view, isLocal: false)),
            ("local_unknown", Unclear),
        ];
        foreach (var (key, find) in kinds)
        {
            var found = subjects
                .SelectMany(view =>
                    find(view)
                        .Where(property => Bears(intent, answer.Component, property))
                        .Distinct()
                        .Select(property => (view.Id, property))
                )
                .ToArray();
            if (found.Length > 0)
                yield return context.Wording[key, ("what", Named(context, answer, found))];
        }
    }

    // Most subjects are as they were shipped.
    private static bool IsEdited(SubjectView view)
    {
        if (view.Subject.Withdrawn.Any())
            return true;
        foreach (var statement in view.Subject.Statements)
        {
            if (statement.IsLocal)
                return true;
        }

        return false;
    }

    // What was stated again in its place is known.
    private static IEnumerable<string> Withdrawn(AnswerContext context, SubjectView view, bool isLocal) =>
        view
            .Subject.Withdrawn.Where(withdrawal =>
                withdrawal.IsLocal == isLocal && view.GetEffective(withdrawal.Property, context.Day).Statement is null
            )
            .Select(withdrawal => withdrawal.Property);

    private static IEnumerable<string> Unclear(SubjectView view) =>
        view
            .Subject.Statements.Where(statement => statement is { IsLocal: true, Value: "unknown" })
            .Select(statement => statement.Property);

    // Whether an answer to what was asked turns on a property.
    private static bool Bears(Intent intent, string? component, string property) =>
        intent switch
        {
            Intent.Openness or Intent.Compare => property is Properties.Licence or Properties.DataInformation
                || Components.Contains(property)
                || Properties.ComponentOfLicence(property) is not null,
            Intent.Licence or Intent.CommercialUse or Intent.Restrictions => property
                is Properties.Licence
                    or Properties.Commercial
                    or Properties.Condition
                || Properties.ComponentOfLicence(property) is not null,
            Intent.Component => property == component,
            Intent.ReleaseDate => property is Properties.Announced or Components.Weights,
            Intent.Timeline => property is Properties.Event or Properties.Promise,
            Intent.Topic => property == Properties.Says,
            _ => false,
        };

    private static string Named(AnswerContext context, Answer answer, (string Subject, string Property)[] facts)
    {
        var isOne = answer.Subjects is [{ } only] && facts.All(fact => fact.Subject == only.Id);
        ImmutableArray<string> names =
        [
            .. facts
                .Take(MaxNamed)
                .Select(fact =>
                    isOne
                        ? Label(context, fact.Property)
                        : $"{Label(context, fact.Property)} ({context.Facts.Find(fact.Subject)?.Name ?? fact.Subject})"
                ),
            .. facts.Length > MaxNamed
                ? [context.Wording["list_more", ("count", (facts.Length - MaxNamed).ToString(CultureInfo.InvariantCulture))]]
                : Array.Empty<string>(),
        ];
        return string.Join(", ", names);
    }

    private static string Label(AnswerContext context, string property) =>
        Components.Contains(property)
            ? context.Wording.Label(property)
            : property.Replace('_', ' ').Replace(".licence", ": licence", StringComparison.Ordinal);
}
