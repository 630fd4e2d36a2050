using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>What models that are in no facts are said to be built on, and whether the terms of that bind them.</summary>
internal static class UnknownBases
{
    private const int MaxBases = 3;

    /// <summary>What the unknown names are built on: the first that is said to be a base, or of which their size leaves one. Several where
    /// a name means several; empty where nothing is.</summary>
    public static ImmutableArray<SubjectView> Find(AnswerContext context, ImmutableArray<Mention> asked)
    {
        foreach (var mention in context.Question.Mentions.Where(mention => mention is { Candidates: [{ IsModel: true }, ..] }))
        {
            var candidates = mention.Candidates is [Release, Release, ..] ? OfSize(context, asked, mention.Candidates) : mention.Candidates;
            if (
                (mention.Role == MentionRole.Base && !AreClosed(context, candidates))
                || mention.Candidates.Length > 1 && candidates.Length == 1
            )
                return candidates is [Release] ? Listed(context, mention, candidates) : candidates;
        }

        return asked.Select(mention => mention.NamedAfter).FirstOrDefault(named => named is [Release], []);
    }

    // "Distilled from SAM 2 and SAM 3": what binds it may be the terms of either.
    private static ImmutableArray<SubjectView> Listed(AnswerContext context, Mention first, ImmutableArray<SubjectView> one) =>
        [
            .. one.Concat(
                    context
                        .Question.Mentions.Where(mention =>
                            mention is { Role: MentionRole.Base, Candidates: [Release] }
                            && mention.Start > first.Start
                            && context.Question.Tokens[mention.Start].Clause == context.Question.Tokens[first.Start].Clause
                            && !AreClosed(context, mention.Candidates)
                        )
                        .Select(mention => mention.Candidates[0])
                )
                .Distinct()
                .Take(MaxBases),
        ];

    // Of what is only a service the outputs may be used, and nothing is built on it.
    private static bool AreClosed(AnswerContext context, ImmutableArray<SubjectView> candidates) =>
        candidates.All(known => OpennessAnswers.Judge(context, known).All(pair => pair.Verdict.Kind == VerdictKind.Closed));

    // What is built on Mistral Small and has 22 billion parameters is built on the one of that size; all where no size tells one.
    private static ImmutableArray<SubjectView> OfSize(
        AnswerContext context,
        ImmutableArray<Mention> asked,
        ImmutableArray<SubjectView> candidates
    )
    {
        var sizes = asked
            .SelectMany(mention => context.Question.Tokens.Skip(mention.Start).Take(mention.Count))
            .Where(token => NameFeatures.IsSize(token.Text))
            .Select(token => token.Text)
            .ToArray();
        SubjectView[] fitting =
        [
            .. candidates
                .OfType<Release>()
                .Where(release =>
                    Array.Exists(sizes, size => ModelSizes.Create(release, context.Facts.VariantsOf(release)).Includes(size))
                ),
        ];
        return fitting is [var one] ? [one] : candidates;
    }

    private static bool Binds(AnswerContext context, SubjectView known) =>
        OpennessAnswers.Judge(context, known).All(pair => pair.Verdict.Licence is { BindsDerivatives: not false });

    /// <summary>That names are not known, and what the terms of what they are built on allow.</summary>
    public static Answer Tell(AnswerContext context, string names, SubjectView known)
    {
        var bound = context.Question.Aspects.FirstOrDefault(Aspect.CommercialUse) switch
        {
            Aspect.Territory => TerritoryAnswers.Create(context, known),
            Aspect.Restrictions when known is Release => RestrictionAnswers.Create(context, known),
            Aspect.Outputs => OutputAnswers.Create(context, known),
            Aspect.Licence => GroupTerms.Tell(context, known) ?? LicenceAnswers.Create(context, known, null),
            _ => GroupTerms.Tell(context, known) ?? CommercialAnswers.Create(context, known),
        };
        return bound with
        {
            Status = AnswerStatus.UnknownSubject,
            Intent = context.Question.Intent,
            Subjects = [],
            Lead = Binds(context, known)
                ? context.Wording["subject_unknown_base", ("name", names), ("base", known.Name), ("answer", bound.Lead)]
                : context.Wording["subject_unknown_beside", ("name", names), ("known", known.Name), ("answer", bound.Lead)],
            Notes = DerivativeAnswers.Create(context, known) is { Rows.IsEmpty: true } built ? [.. bound.Notes, built.Lead] : bound.Notes,
            Choices = [known],
        };
    }
}
