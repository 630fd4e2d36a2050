using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>What an answer on a model's terms has to add: variants under other terms, and a base whose terms bind it.</summary>
internal static class TermsNotes
{
    private const int MaxExceptions = 4;
    private const int MaxNotes = 3;

    // NLLB-200 is no two hundredth version.
    private const int MaxVersion = 20;

    /// <summary>The sentences; none where nothing differs and nothing binds.</summary>
    public static IEnumerable<string> For(AnswerContext context, Answer answer)
    {
        if (
            answer.Status != AnswerStatus.Answered
            || answer.Intent is not (Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions)
        )
            return [];

        // Whether licences are set against each other is read in English alone.
        string[] notes = [.. Of(context, answer)];
        return context.IsEnglish ? notes.Concat(TermsBackground.For(context, answer, notes)) : notes;
    }

    private static IEnumerable<string> Of(AnswerContext context, Answer answer) =>
        answer.Subjects switch
        {
            [Release release] =>
            [
                .. Asked(context, answer, release),
                .. LicenceNote(context, answer, release),
                .. Exceptions(context, release),
                .. VariantBases(context, release),
                .. answer.Intent == Intent.CommercialUse && Former(context, release) is { } history
                    ? [context.Wording["licence_history", ("history", history)]]
                    : Array.Empty<string>(),
                .. Base(context, release),
                .. LicenceConflicts.For(context, release),
            ],
            [{ Subject.Kind: SubjectKind.Family } family] when answer.Intent is Intent.Licence or Intent.CommercialUse =>
            [
                .. Asked(context, answer, family),
                .. LicenceNotes(context, answer, family),
                .. Only(context, family),
                .. context.Facts.ReleasesOf(family).SelectMany(release => Exceptions(context, release)).Distinct().Take(MaxExceptions),
                .. answer.Intent == Intent.CommercialUse ? FormerOf(context, family) : [],
                .. BasesOf(context, family),
            ],
            { Length: > 1 } several =>
            [
                .. several.OfType<Release>().SelectMany(release => Exceptions(context, release, several)).Take(MaxExceptions),
                .. several.OfType<Release>().Take(MaxNotes).SelectMany(release => LicenceNote(context, answer, release, isAlone: false)),
            ],
            _ => [],
        };

    // What the question speaks of beside the licence or commercial use that it asks for.
    private static IEnumerable<string> Asked(AnswerContext context, Answer answer, SubjectView subject)
    {
        var question = context.Question;
        if (answer.Intent is not (Intent.Licence or Intent.CommercialUse))
            yield break;

        foreach (var told in AspectsBeside.For(context, subject))
            yield return told;

        // "Apache, although it was trained on data for research only": what the data ask for is another matter than its licence.
        if (
            answer.Component != Components.TrainingData
            && (question.Component == Components.TrainingData || question.Components.Contains(Components.TrainingData))
            && CaseSignReader.Read(question, context.Facts, context.Day).HasFlag(CaseSigns.Data)
            && GeneralRules.Beside(context, answer).IsEmpty
        )
            yield return context.Wording["data_terms"];
    }

    private static IEnumerable<string> LicenceNotes(AnswerContext context, Answer answer, SubjectView family) =>
        context.Facts.ReleasesOf(family) is [var only] ? LicenceNote(context, answer, only) : [];

    // The checkpoints of InstantID need face models that are for research only: what is noted beside a licence decides as much as it does.
    private static IEnumerable<string> LicenceNote(AnswerContext context, Answer answer, Release release, bool isAlone = true) =>
        (answer.Intent is Intent.Licence or Intent.CommercialUse || context.Question.Aspects.Contains(Aspect.CommercialUse))
        && release.GetLicence(Components.Weights, context.Day).Statement is { Note: { } note }
        && (isAlone && TermsBackground.IsAskedFor(context.Question) || IsOnTerms(note))
            ? [context.Wording["licence_note", ("name", release.Name), ("note", note)]]
            : [];

    /// <summary>Whether a note on the licence of a model tells what more is known of its terms.</summary>
    public static bool TellsOfTerms(AnswerContext context, SubjectView subject) =>
        context.Facts.ReleasesOf(subject) is [var only]
        && only.GetLicence(Components.Weights, context.Day).Statement is { Note: { } note }
        && IsOnTerms(note);

    // Not where alone the licence was read.
    private static bool IsOnTerms(string note) =>
        Tokenizer
            .Split(note)
            .Any(token =>
                token.Text
                    is "commercial"
                        or "noncommercial"
                        or "terms"
                        or "research"
                        or "sell"
                        or "forbid"
                        or "forbids"
                        or "needs"
                        or "built"
                        or "binds"
                        or "bound"
            );

    // AlphaFold is AlphaFold 3 here: what holds for it need not hold for those before it. Of the first of a line that goes without saying.
    private static IEnumerable<string> Only(AnswerContext context, SubjectView family) =>
        context.Facts.ReleasesOf(family) is [var only] && only.Name != family.Name && (IsLater(family, only) || SpeaksOfAll(context))
            ? [context.Wording["group_only", ("name", family.Name), ("release", only.Name)]]
            : [];

    private static bool IsLater(SubjectView family, Release release) =>
        release.Name.StartsWith(family.Name, StringComparison.OrdinalIgnoreCase)
        && Tokenizer.Split(release.Name[family.Name.Length..]) is [{ IsNumber: true } first, ..]
        && decimal.TryParse(first.Text.TrimStart('v'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number is > 1 and < MaxVersion;

    private static bool SpeaksOfAll(AnswerContext context) =>
        context.Question.Tokens.Any(token => token.Text is "all" or "every" or "each" or "other" or "others" or "versions" or "releases");

    private static IEnumerable<string> FormerOf(AnswerContext context, SubjectView family) =>
        context
            .Facts.ReleasesOf(family)
            .Select(release => (Release: release, History: Former(context, release)))
            .Where(pair => pair.History is not null)
            .GroupBy(pair => pair.History!)
            .Select(same =>
                context.Wording[
                    "licence_history_of",
                    ("names", context.Names([.. same.Select(pair => pair.Release)])),
                    ("history", same.Key)
                ]
            );

    // What one had to ask for once is still read of: that it is so no longer is part of the answer.
    private static string? Former(AnswerContext context, Release release) =>
        release.GetLicence(Components.Weights, context.Day).Statement is { } held
        && context.Facts.Licence(held.Value) is { } licence
        && release
            .FormerLicences(context.Day)
            .Any(statement =>
                context.Facts.Licence(statement.Value) is { } former
                && (former.Commercial != licence.Commercial || former.Restrictions.Any() != licence.Restrictions.Any())
            )
            ? LicenceAnswers.Before(context, release, held)
            : null;

    /// <summary>The variants of a release that other terms hold for, or whose weights are not published; not those that are told already.
    /// </summary>
    public static IEnumerable<string> Exceptions(AnswerContext context, Release release, ImmutableArray<SubjectView> told = default) =>
        from variant in context.Facts.VariantsOf(release)
        where told.IsDefault || !told.Contains(variant)
        where variant.DiffersOn(context.Day) && WeightsOf(context, variant) != Availability.Unknown
        group variant by context.Facts.LicenceOf(variant, Components.Weights, context.Day) into terms
        let names = context.Names([.. terms])
        select terms.Key is { } licence && terms.All(variant => WeightsOf(context, variant).IsPublished())
            ? context.Wording["variants_under", ("names", names), ("licence", LicenceFormatter.GetFullName(licence))]
            : context.Wording["variants_closed", ("names", names)];

    /// <summary>The variants of a release that are built on others than it is, as the distillations of DeepSeek-R1 are, and stay bound by
    /// the terms of these.</summary>
    public static IEnumerable<string> VariantBases(AnswerContext context, Release release) =>
        from variant in context.Facts.VariantsOf(release)
        let built = variant.GetEffective(Properties.BasedOn, context.Day).Value
        where built != release.GetEffective(Properties.BasedOn, context.Day).Value
        let licence = built is not null && context.Facts.Find(built) is Release model
            ? context.Facts.LicenceOf(model, Components.Weights, context.Day)
            : null
        where licence?.BindsDerivatives == true
        group variant by licence into bound
        select context.Wording[
            "variants_bound",
            ("names", context.Names([.. bound])),
            ("licence", LicenceFormatter.GetFullName(bound.Key!))
        ];

    /// <summary>What a release is built on, and whether that binds it; where the facts name no base, what the one binds that the question
    /// names.</summary>
    public static IEnumerable<string> Base(AnswerContext context, Release release)
    {
        if (release.GetEffective(Properties.BasedOn, context.Day).Value is not { } id || context.Facts.Find(id) is not { } on)
        {
            foreach (var text in NamedBases(context).Where(pair => pair.Base != release).Select(pair => pair.Text))
                yield return text;
            yield break;
        }

        var licence = on is Release model ? context.Facts.LicenceOf(model, Components.Weights, context.Day) : null;
        if (licence is null)
        {
            yield return context.Wording["based_on", ("base", on.Name)];
            yield break;
        }

        var (name, terms) = (("base", on.Name), ("licence", LicenceFormatter.GetFullName(licence)));
        yield return licence.BindsDerivatives switch
        {
            false => context.Wording["based_on_free", name, terms],
            true => context.Wording["based_on_bound", name, terms, ("text", DerivativeAnswers.GetText(licence))],
            null => context.Wording[licence.Commercial == CommercialUse.No ? "based_on_barred" : "based_on_under", name, terms],
        };
    }

    /// <summary>What the licences of that on which a model is built say of it, in the words of the dataset.</summary>
    public static IEnumerable<string> WordsOnBase(AnswerContext context, SubjectView subject) =>
        from release in context.Facts.ReleasesOf(subject)
        let id = release.GetEffective(Properties.BasedOn, context.Day).Value
        let built = id is null ? null : context.Facts.Find(id) as Release
        let licence = built is null ? null : context.Facts.LicenceOf(built, Components.Weights, context.Day)
        where licence?.BindsDerivatives == true
        select DerivativeAnswers.GetText(licence);

    // Of a line of several nothing is known of their bases together: what the one binds is told that the question names.
    private static IEnumerable<string> BasesOf(AnswerContext context, SubjectView family) =>
        context.Facts.ReleasesOf(family) is [var only] ? Base(context, only) : NamedBases(context).Select(pair => pair.Text);

    private static IEnumerable<(SubjectView Base, string Text)> NamedBases(AnswerContext context) =>
        context
            .Question.Mentions.Where(mention => mention is { Role: MentionRole.Base, IsUnknown: false, Candidates: [Release] })
            .Select(mention => mention.Candidates[0])
            .Distinct()
            .Select(named => (named, DerivativeAnswers.Create(context, named).Lead));

    private static Availability WeightsOf(AnswerContext context, Release variant) =>
        variant.Component(Components.Weights, context.Day).Availability;
}
