using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>Says so where an answer, or what its verdict turns on, rests on no first-hand source.</summary>
internal static class SecondHandNotice
{
    private const int MaxPublishers = 3;
    private const int MaxNames = 4;

    /// <summary>The sentence; null when the sources are first-hand.</summary>
    public static string? Format(AnswerContext context, Answer answer) =>
        ForVerdict(context, answer)
        ?? (
            !answer.Facts.IsEmpty && answer.Facts.All(IsSecondHand)
                ? Format(context, "second_hand_from", answer.Facts) ?? context.Wording["second_hand"]
                : null
        );

    private static string? ForVerdict(AnswerContext context, Answer answer)
    {
        if (answer.Intent is not (Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions or Intent.Compare))
            return null;
        var governing = answer.Facts.Where(fact => IsSecondHand(fact) && Governs(fact)).ToArray();
        var releases = governing.Select(fact => fact.Subject).Distinct().Select(context.Facts.Find).OfType<Release>().ToArray();
        if (releases.Length == 0)
            return null;
        if (answer.Subjects is not [Release])
            return context.Wording["second_hand_of", ("names", context.Names(releases, MaxNames))];
        var key =
            governing.All(IsLicence) ? "second_hand_licence"
            : governing.Any(IsLicence) ? "second_hand_from"
            : "second_hand_weights";
        return Format(context, key, governing) ?? context.Wording["second_hand_of", ("names", releases[0].Name)];
    }

    private static string? Format(AnswerContext context, string key, IEnumerable<Statement> facts)
    {
        var publishers = facts
            .SelectMany(fact => fact.Sources)
            .Select(source => NameOf(context, source))
            .Distinct()
            .Take(MaxPublishers + 1)
            .ToArray();
        return publishers.Length > MaxPublishers ? null : context.Wording[key, ("publishers", context.Wording.Join(publishers))];
    }

    // Who copied a page may have changed it: its publisher alone would be the maker's word.
    private static string NameOf(AnswerContext context, Source source) =>
        MirrorDetector.NamesItselfCopy(source.Title)
            ? context.Wording["second_hand_copy", ("publisher", source.Publisher)]
            : source.Publisher;

    // What moderators state is said to be theirs, beside the page that they read.
    private static bool IsSecondHand(Statement fact) => fact is { IsSecondHand: true, IsLocal: false };

    // A verdict turns on whether the weights are published, and on their licence.
    private static bool Governs(Statement fact) => fact.Property == Components.Weights || IsLicence(fact);

    private static bool IsLicence(Statement fact) =>
        fact.Property == Properties.Licence || fact.Property == Properties.LicenceOf(Components.Weights);
}
