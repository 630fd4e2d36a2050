using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Answers;

/// <summary>
/// What people who set licences against each other need besides the answer: what the licence allows, under which other one the code is, and
/// which held before. "The repo says Apache and the card MIT, which is it" is asked of parts, of times or of conditions, and seldom says of
/// which.
/// </summary>
internal static class TermsBackground
{
    private const int MaxReleases = 3;

    /// <summary>The sentences that an answer does not have yet.</summary>
    /// <param name="context">What is asked.</param>
    /// <param name="answer">The answer so far.</param>
    /// <param name="notes">What else it is to say.</param>
    public static IEnumerable<string> For(AnswerContext context, Answer answer, IReadOnlyCollection<string> notes)
    {
        if (!IsAskedFor(context.Question))
            return [];
        var told = answer.Text + string.Join(' ', notes);
        Release[] releases = [.. answer.Subjects.Select(subject => Only(context, subject)).OfType<Release>().Distinct().Take(MaxReleases)];
        return releases.SelectMany(release =>
            Of(context, answer, release, told).Select(text => answer.Subjects.Length == 1 ? text : Named(release, text))
        );
    }

    /// <summary>Whether a question names a licence, says something of a model, or speaks of its repository or card.</summary>
    public static bool IsAskedFor(Question question) =>
        !question.Propositions.IsEmpty
        || question.Links.Any(link => link.Subject is Licence)
        || question.Tokens.Any(token => PropositionWords.Shipped.Is("documents", token.Text) || token.Text is "code" or "repo" or "github");

    private static IEnumerable<string> Of(AnswerContext context, Answer answer, Release release, string told)
    {
        if (
            release.GetLicence(Components.Weights, context.Day).Statement is not { } held
            || context.Facts.Licence(held.Value) is not { } licence
        )
            yield break;

        // Of a licence that was only named, or denied, it is not told yet what it allows.
        if (
            answer.Proposition is not null
            && (answer.Intent == Intent.Licence || answer is { Intent: Intent.Openness, Subjects.Length: 1 })
            && !told.Contains("commercial use", StringComparison.Ordinal)
            && !told.Contains("commercial too", StringComparison.Ordinal)
            && !licence.Restrictions.Any(condition => told.Contains(condition.Text, StringComparison.Ordinal))
            && licence.Commercial != CommercialUse.Unknown
        )
            yield return TermsClaims.Sentence(context, licence);
        foreach (var (other, text) in LicenceAnswers.Parts(context, release))
        {
            if (IsSpokenOf(context.Question, other) && !told.Contains(text, StringComparison.Ordinal) && !IsToldOfCode(other, told))
                yield return text;
        }

        if (LicenceAnswers.Before(context, release, held) is { } before && !told.Contains(before, StringComparison.Ordinal))
            yield return context.Wording["licence_history", ("history", before)];
    }

    // Who speaks of the code, of a repository, or of the licence of a part may take it for that of the weights.
    private static bool IsSpokenOf(Question question, Licence licence) =>
        question.Licences.Any(named => LicenceFormatter.AreAlike(named, licence))
        || question.Tokens.Any(token => token.Text is "code" or "codebase" or "repo" or "repository" or "github" or "readme")
        || question.Component is Components.InferenceCode or Components.TrainingCode;

    // "Only its inference code is under MIT" is told by what is put right.
    private static bool IsToldOfCode(Licence licence, string told) =>
        told.Contains($"is under {licence.ShortName}.", StringComparison.Ordinal)
        || told.Contains($"is under {licence.ShortName};", StringComparison.Ordinal)
        || told.Contains($"{licence.ShortName}, which the ", StringComparison.Ordinal);

    private static string Named(Release release, string text) => $"{release.Name}: {text}";

    // A line of one release is meant by its name.
    private static Release? Only(AnswerContext context, SubjectView subject) =>
        subject as Release ?? (subject.Subject.Kind == SubjectKind.Family && context.Facts.ReleasesOf(subject) is [var only] ? only : null);
}
